# Slurm on this machine, for one test: private folders, key and ports; no systemd, cgroups or database; as root or as anybody.
# To be sourced. `start_slurm FOLDER` ends the script with a message when Slurm does not start; `stop_slurm FOLDER` ends what it started.

free_port() {
  local port
  for _ in $(seq 50); do
    port=$((20000 + RANDOM % 30000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  echo "no free port" >&2
  exit 1
}

slurm_fails() {
  echo "cluster: $1" >&2
  for log in "$2"/log/*.log "$2"/munge/log; do
    [ -s "$log" ] && { echo "--- $log" >&2; tail -n 15 "$log" >&2; }
  done
  exit 1
}

start_slurm() {
  local folder=$1 host cores memory
  for program in munged slurmctld slurmd sbatch; do
    PATH=$PATH:/usr/sbin command -v "$program" >/dev/null ||
      { echo "cluster: there is no $program; 'make set-up' installs slurm-wlm and munge" >&2; exit 1; }
  done
  PATH=$PATH:/usr/sbin
  mkdir -p "$folder"/{munge,state,spool,log}
  chmod 0755 "$folder"
  chmod 0711 "$folder/munge"
  (umask 077; dd if=/dev/urandom of="$folder/munge/key" bs=128 count=1 status=none)
  munged --key-file="$folder/munge/key" --socket="$folder/munge/sock" --pid-file="$folder/munge/pid" \
    --log-file="$folder/munge/log" --seed-file="$folder/munge/seed" || slurm_fails "munged does not start" "$folder"
  host=$(hostname -s)
  cores=$(nproc)
  memory=$(awk '/MemTotal/ {print int($2 / 1024 * 0.9)}' /proc/meminfo)
  cat >"$folder/slurm.conf" <<CONF
ClusterName=here
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
AuthType=auth/munge
AuthInfo=socket=$folder/munge/sock
CredType=cred/munge
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldLogFile=$folder/log/slurmctld.log
SlurmdLogFile=$folder/log/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
MpiDefault=none
SwitchType=switch/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/backfill
SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=0,sched_min_interval=0
ReturnToService=2
KillWait=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cores RealMemory=$memory State=UNKNOWN
PartitionName=here Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF=$folder/slurm.conf
  slurmctld || slurm_fails "slurmctld does not start" "$folder"
  slurmd || slurm_fails "slurmd does not start" "$folder"
  for _ in $(seq 100); do
    sinfo -h -o %T 2>/dev/null | grep -qx idle && return
    sleep 0.2
  done
  slurm_fails "Slurm does not become idle: $(sinfo -h -o '%T %E' 2>&1)" "$folder"
}

stop_slurm() {
  local folder=$1 file
  for file in "$folder"/slurmd.pid "$folder"/slurmctld.pid "$folder"/munge/pid; do
    [ -s "$file" ] && kill "$(cat "$file")" 2>/dev/null
  done
  return 0
}
