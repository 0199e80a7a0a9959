namespace Bedrock.Toolkit.Benchmarks.Growth;

/// <summary>What one thing that grows costs: the size, and the time for each unit of it.</summary>
/// <param name="Name">What grows.</param>
/// <param name="Points">The sizes, from the least to the greatest.</param>
internal sealed record GrowthLine(string Name, List<(int Size, double EachTime)> Points);
