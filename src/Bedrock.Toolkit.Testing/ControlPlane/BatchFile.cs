using System.Text.Json;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>An input file of a batch job, split into its records. Immutable.</summary>
/// <param name="Name">Its name without folders.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Records">The records, in order.</param>
internal sealed record BatchFile(string Name, ReadOnlyMemory<byte> Content, IReadOnlyList<BatchLine> Records)
{
    /// <summary>Splits a file.</summary>
    /// <returns>Null when a line is no record.</returns>
    public static BatchFile? Read(string name, ReadOnlyMemory<byte> content)
    {
        List<BatchLine> records = [];
        int at = 0;
        while (at < content.Length)
        {
            int length = content.Span[at..].IndexOf((byte)'\n');
            length = length < 0 ? content.Length - at : length;
            if (!content.Span.Slice(at, length).Trim(" \r\t"u8).IsEmpty)
            {
                if (BatchLine.Read(content.Slice(at, length), records.Count) is not { } line)
                {
                    return null;
                }

                records.Add(line);
            }

            at += length + 1;
        }

        return new BatchFile(name, content, records);
    }
}

/// <summary>A record of an input file.</summary>
/// <param name="Id">Its record id; one that the service makes when it has none.</param>
/// <param name="Input">The body for the model.</param>
/// <param name="HasModelId">Whether the body names a model, which a record must not.</param>
internal readonly record struct BatchLine(string Id, ReadOnlyMemory<byte> Input, bool HasModelId)
{
    public static BatchLine? Read(ReadOnlyMemory<byte> json, int place)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = 1_000 });
            string? id = null;
            ReadOnlyMemory<byte> input = default;
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isId = reader.ValueTextEquals("recordId"u8);
                bool isInput = reader.ValueTextEquals("modelInput"u8);
                reader.Read();
                id = isId && reader.TokenType == JsonTokenType.String ? reader.GetString() : id;
                int start = (int)reader.TokenStartIndex;
                isInput &= reader.TokenType == JsonTokenType.StartObject;
                reader.Skip();
                input = isInput ? json[start..(int)reader.BytesConsumed] : input;
            }

            id ??= FormattableString.Invariant($"SIMULATED{place:D8}");
            return input.IsEmpty || reader.Read() ? null : new BatchLine(id, input, NamesModel(input.Span));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool NamesModel(ReadOnlySpan<byte> input)
    {
        var reader = new Utf8JsonReader(input, new JsonReaderOptions { MaxDepth = 1_000 });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("modelId"u8))
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
