using Microsoft.Extensions.VectorData;

namespace Bedrock.Toolkit.Tests.VectorData;

/// <summary>A record with members of all kinds.</summary>
internal sealed class Berth
{
    [VectorStoreKey]
    public string Key { get; set; } = string.Empty;

    [VectorStoreData(IsIndexed = true)]
    public string? Port { get; set; }

    [VectorStoreData(IsIndexed = true)]
    public int Year { get; set; }

    [VectorStoreData(IsIndexed = true, StorageName = "depth_m")]
    public double? Depth { get; set; }

    [VectorStoreData(IsIndexed = true)]
    public bool IsOpen { get; set; }

    [VectorStoreData(IsIndexed = true)]
    public List<string> Tags { get; set; } = [];

    [VectorStoreData]
    public string? Text { get; set; }

    [VectorStoreVector(4)]
    public ReadOnlyMemory<float> Vector { get; set; }

    public static Berth Draw(int number) => new()
    {
        Key = $"b{number:00000}",
        Port = (number % 4) switch { 0 => "north", 1 => "south", 2 => "east", _ => null },
        Year = 2000 + (number % 7),
        Depth = number % 3 == 0 ? null : number % 11 * 0.5,
        IsOpen = number % 2 == 0,
        Tags = [.. new[] { "deep", "lit", "guest" }.Where((_, index) => (number >> index) % 2 == 0)],
        Text = $"Berth number {number}.",
        Vector = new float[] { 1 + number, 1, number % 5, 0.25f },
    };
}
