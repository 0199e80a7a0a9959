using System.Globalization;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Comparison;

/// <summary>One member in which two JSON documents differ.</summary>
/// <param name="Path">Where, such as <c>body.messages[0].content[0].text</c>.</param>
/// <param name="Expected">What stands there on the one side; null when nothing does.</param>
/// <param name="Actual">What stands there on the other side; null when nothing does.</param>
internal sealed record JsonDifference(string Path, JsonElement? Expected, JsonElement? Actual)
{
    private const int MaxShown = 12;
    private const int MaxValueLength = 120;

    /// <summary>Every member in which two documents differ. The order of an object's members does not count; a number's form does not either.</summary>
    /// <param name="expected">The one document.</param>
    /// <param name="actual">The other.</param>
    /// <param name="root">The path of both.</param>
    /// <param name="ignored">Paths that do not count, with everything below.</param>
    public static List<JsonDifference> Between(JsonElement expected, JsonElement actual, string root = "", IReadOnlyList<string>? ignored = null)
    {
        List<JsonDifference> found = [];
        Collect(found, expected, actual, root, ignored ?? []);
        return found;
    }

    /// <summary>Several differences, one a line.</summary>
    /// <param name="differences">The differences.</param>
    /// <param name="expectedName">What the one side is called, such as <c>the recording</c>.</param>
    /// <param name="actualName">What the other side is called, such as <c>this call</c>.</param>
    /// <param name="showsValues">Whether values are shown, or only what kind they are.</param>
    public static string ToText(IReadOnlyList<JsonDifference> differences, string expectedName, string actualName, bool showsValues)
    {
        IEnumerable<string> lines = differences.Take(MaxShown).Select(difference => "  " + difference.ToLine(expectedName, actualName, showsValues));
        return string.Join('\n', differences.Count > MaxShown
            ? lines.Append(string.Create(CultureInfo.InvariantCulture, $"  and {differences.Count - MaxShown} more"))
            : lines);
    }

    private string ToLine(string expectedName, string actualName, bool showsValues) => (Expected, Actual) switch
    {
        ({ } expected, { } actual) => $"{Path}: {Describe(expected, showsValues)} in {expectedName}, {Describe(actual, showsValues)} in {actualName}",
        ({ } expected, null) => $"{Path}: only in {expectedName}, {Describe(expected, showsValues)}",
        (null, { } actual) => $"{Path}: only in {actualName}, {Describe(actual, showsValues)}",
        _ => Path,
    };

    private static void Collect(List<JsonDifference> found, JsonElement expected, JsonElement actual, string path, IReadOnlyList<string> ignored)
    {
        if (ignored.Contains(path))
        {
            return;
        }

        if (expected.ValueKind == JsonValueKind.Object && actual.ValueKind == JsonValueKind.Object)
        {
            CollectMembers(found, expected, actual, path, ignored);
        }
        else if (expected.ValueKind == JsonValueKind.Array && actual.ValueKind == JsonValueKind.Array)
        {
            int expectedLength = expected.GetArrayLength();
            int actualLength = actual.GetArrayLength();
            for (int i = 0; i < Math.Max(expectedLength, actualLength); i++)
            {
                string at = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
                Compare(found, i < expectedLength ? expected[i] : null, i < actualLength ? actual[i] : null, at, ignored);
            }
        }
        else if (!JsonElement.DeepEquals(expected, actual))
        {
            found.Add(new JsonDifference(path, expected, actual));
        }
    }

    private static void CollectMembers(List<JsonDifference> found, JsonElement expected, JsonElement actual, string path, IReadOnlyList<string> ignored)
    {
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            Compare(found, member.Value, actual.TryGetProperty(member.Name, out JsonElement other) ? other : null, Below(path, member.Name), ignored);
        }

        foreach (JsonProperty member in actual.EnumerateObject())
        {
            if (!expected.TryGetProperty(member.Name, out _))
            {
                Compare(found, null, member.Value, Below(path, member.Name), ignored);
            }
        }
    }

    private static void Compare(List<JsonDifference> found, JsonElement? expected, JsonElement? actual, string path, IReadOnlyList<string> ignored)
    {
        if (expected is { } left && actual is { } right)
        {
            Collect(found, left, right, path, ignored);
        }
        else if (!ignored.Contains(path))
        {
            found.Add(new JsonDifference(path, expected, actual));
        }
    }

    private static string Below(string path, string member) => path.Length == 0 ? member : $"{path}.{member}";

    private static string Describe(JsonElement value, bool showsValues)
    {
        if (showsValues)
        {
            string raw = value.GetRawText();
            return raw.Length > MaxValueLength ? raw[..MaxValueLength] + "…" : raw;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => string.Create(CultureInfo.InvariantCulture, $"a text of {value.GetString()!.Length} characters"),
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "a boolean",
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"an array of {value.GetArrayLength()}"),
            _ => "null",
        };
    }
}
