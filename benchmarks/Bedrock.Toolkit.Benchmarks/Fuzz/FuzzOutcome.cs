namespace Bedrock.Toolkit.Benchmarks.Fuzz;

/// <summary>What came of one input.</summary>
/// <param name="Bytes">How long it was.</param>
/// <param name="IsAccepted">Whether it was read; otherwise it was refused in a documented way.</param>
internal readonly record struct FuzzOutcome(int Bytes, bool IsAccepted);
