namespace Bedrock.Toolkit.Benchmarks.Interleaved;

/// <summary>What a slice measured, for one operation.</summary>
/// <param name="Nanoseconds">Time on the clock.</param>
/// <param name="ProcessorNanoseconds">Time of all processors that this process used.</param>
/// <param name="Bytes">Allocated bytes of all threads.</param>
internal readonly record struct MethodSample(double Nanoseconds, double ProcessorNanoseconds, double Bytes);
