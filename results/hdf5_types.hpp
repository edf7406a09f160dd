#pragma once

#include <H5Cpp.h>

#include <cstdint>

namespace results {

/// How T lies in memory, and in the file whatever the machine.
template <class T>
const H5::PredType& memory_type();
template <class T>
const H5::PredType& file_type();

template <>
inline const H5::PredType& memory_type<std::uint8_t>() {
  return H5::PredType::NATIVE_UINT8;
}
template <>
inline const H5::PredType& memory_type<std::uint32_t>() {
  return H5::PredType::NATIVE_UINT32;
}
template <>
inline const H5::PredType& memory_type<std::uint64_t>() {
  return H5::PredType::NATIVE_UINT64;
}
template <>
inline const H5::PredType& memory_type<float>() {
  return H5::PredType::NATIVE_FLOAT;
}
template <>
inline const H5::PredType& memory_type<double>() {
  return H5::PredType::NATIVE_DOUBLE;
}

template <>
inline const H5::PredType& file_type<std::uint8_t>() {
  return H5::PredType::STD_U8LE;
}
template <>
inline const H5::PredType& file_type<std::uint32_t>() {
  return H5::PredType::STD_U32LE;
}
template <>
inline const H5::PredType& file_type<std::uint64_t>() {
  return H5::PredType::STD_U64LE;
}
template <>
inline const H5::PredType& file_type<float>() {
  return H5::PredType::IEEE_F32LE;
}
template <>
inline const H5::PredType& file_type<double>() {
  return H5::PredType::IEEE_F64LE;
}

/// UTF-8 of a fixed width, filled up with NUL: no heap in the file, nothing left unset.
inline H5::StrType text_type(std::size_t width) {
  H5::StrType type(H5::PredType::C_S1, width);
  type.setStrpad(H5T_STR_NULLPAD);
  type.setCset(H5T_CSET_UTF8);
  return type;
}

}  // namespace results
