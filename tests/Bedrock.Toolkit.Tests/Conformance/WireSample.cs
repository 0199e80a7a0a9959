namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>The samples of the wire reference, which show every documented member.</summary>
internal static class WireSample
{
    public static string Text(string provider, string file) => File.ReadAllText(SharedFolder.PathTo("wire", "text", "samples", provider, file));
}
