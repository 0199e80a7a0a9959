using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Tests.Contracts;

/// <summary>One file of a family's samples.</summary>
/// <param name="Family">The folder below Models and below Samples.</param>
/// <param name="Name">The name of the file.</param>
/// <param name="Text">What stands in it.</param>
internal sealed partial record Sample(string Family, string Name, string Text)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON without white space, as the client sends it: members in the order of the file, numbers as they are written there.</summary>
    public string Json => Compact(Text);

    /// <summary>The chunks of a stream, one a line.</summary>
    public IReadOnlyList<string> Lines => [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Compact)];

    /// <summary>Fails with the family, the file, what is wrong, and what to do.</summary>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public void Fail(string fault, string remedy) => Assert.Fail($"{Family}, sample {Name}: {fault}\n{remedy}");

    /// <summary>The counts of tokens in one JSON text, told apart by the names of their members.</summary>
    /// <returns>The counts of the prompt; the counts of the answer.</returns>
    public static (IReadOnlyList<int> Input, IReadOnlyList<int> Output) CountsIn(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        List<(string Name, int Count)> counts = [.. Counts(document.RootElement)];
        return (
            [.. counts.Where(count => IsInputCount(count.Name)).Select(count => count.Count)],
            [.. counts.Where(count => IsOutputCount(count.Name)).Select(count => count.Count)]);
    }

    public static bool IsInputCount(string member) => InputCount().IsMatch(member);

    public static bool IsOutputCount(string member) => OutputCount().IsMatch(member);

    private static string Compact(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Relaxed))
        {
            document.RootElement.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<(string Name, int Count)> Counts(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany(Counts);
        }

        return element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().SelectMany(Counts) : [];
    }

    private static IEnumerable<(string Name, int Count)> Counts(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt32(out int count) ? [(member.Name, count)] : Counts(member.Value);

    // Names of the families: input_tokens, inputTextTokenCount, prompt_token_count, prompt_tokens. Counts of caches are parts of them.
    [GeneratedRegex("^(?!.*(cache|ephemeral|max)).*(input|prompt).*token", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InputCount();

    [GeneratedRegex(
        "^(?!.*(cache|ephemeral|max|detail|predict)).*((output|completion|generation).*tokens?(_?count)?|^tokenCount)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutputCount();
}
