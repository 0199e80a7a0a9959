namespace Bedrock.Toolkit.Throttling;

/// <summary>Looks for the maximum of tokens in a body that has no type: by the names that the wire formats of Bedrock have for it.</summary>
internal static class MaxTokensProbe
{
    // Converse, Titan and Nova keep it one object down.
    private const int DeepestObject = 1;

    /// <summary>Reads the first such number; unset when the body is JSON without one.</summary>
    public static OutputLimit Find(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartArray:
                    case JsonTokenType.StartObject when reader.CurrentDepth > DeepestObject:
                        reader.Skip();
                        break;
                    case JsonTokenType.PropertyName when IsMaximum(ref reader):
                        reader.Read();
                        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int tokens))
                        {
                            return OutputLimit.Of(tokens);
                        }

                        break;
                    default:
                        break;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or not Unicode: the service will say so. What was read until here had no maximum.
            return OutputLimit.Unset(null);
        }

        return OutputLimit.Unset(null);
    }

    private static bool IsMaximum(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("max_tokens"u8)
        || reader.ValueTextEquals("maxTokens"u8)
        || reader.ValueTextEquals("max_completion_tokens"u8)
        || reader.ValueTextEquals("max_output_tokens"u8)
        || reader.ValueTextEquals("max_gen_len"u8)
        || reader.ValueTextEquals("maxTokenCount"u8)
        || reader.ValueTextEquals("max_new_tokens"u8);
}
