// What is compiled into the object of precompiled headers: nothing of its own.
