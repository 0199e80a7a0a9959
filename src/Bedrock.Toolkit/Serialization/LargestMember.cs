namespace Bedrock.Toolkit.Serialization;

/// <summary>Finds what makes a body large, for the message that refuses it.</summary>
internal static class LargestMember
{
    /// <summary>Names the longest string of a JSON body by its path; empty when the body is not JSON.</summary>
    public static string Describe(ReadOnlySpan<byte> json)
    {
        try
        {
            (string path, int length) = Find(json);
            return length == 0 ? string.Empty : $" The largest part is {path} with {length.ToString(CultureInfo.InvariantCulture)} bytes.";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A raw body need not be JSON, nor valid Unicode; the size alone is the fault to report.
            return string.Empty;
        }
    }

    private static (string Path, int Length) Find(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        List<(string? Name, int Index)> path = [];
        string largest = "$";
        int most = 0;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    CountElement(path);
                    path.Add((null, reader.TokenType == JsonTokenType.StartArray ? -1 : int.MinValue));
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    path.RemoveAt(path.Count - 1);
                    break;
                case JsonTokenType.PropertyName:
                    path[^1] = (reader.GetString(), int.MinValue);
                    break;
                default:
                    CountElement(path);
                    if (reader.ValueSpan.Length > most)
                    {
                        most = reader.ValueSpan.Length;
                        largest = Render(path);
                    }

                    break;
            }
        }

        return (largest, most);
    }

    private static void CountElement(List<(string? Name, int Index)> path)
    {
        if (path.Count > 0 && path[^1] is { Index: not int.MinValue } array)
        {
            path[^1] = (null, array.Index + 1);
        }
    }

    private static string Render(List<(string? Name, int Index)> path)
    {
        var text = new StringBuilder("$");
        foreach ((string? name, int index) in path)
        {
            _ = name is null ? text.Append(CultureInfo.InvariantCulture, $"[{index}]") : text.Append('.').Append(name);
        }

        return text.ToString();
    }
}
