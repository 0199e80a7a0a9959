namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>Faults are listed all at once, one a line.</summary>
internal static class ConventionFaults
{
    public static void AssertNone(IEnumerable<string> faults)
    {
        List<string> all = [.. faults];
        Assert.True(all.Count == 0, $"{all.Count} faults:\n{string.Join('\n', all)}");
    }
}
