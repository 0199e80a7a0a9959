namespace Bedrock.Toolkit.Doors;

/// <summary>The tokens of an answer in OpenAI's or Anthropic's shape; input, cache reads and cache writes are disjoint here. Not thread-safe.</summary>
internal sealed class DoorUsage
{
    private int? _input;
    private int? _output;
    private int? _cacheRead;
    private int? _cacheWrite;

    // OpenAI counts what came from the cache among the input, Anthropic beside it.
    private bool _isInputOfAll;

    /// <summary>Reads a usage object; the reader stands on its start.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "prompt_tokens" or "input_tokens":
                    _input = Number(ref reader) ?? _input;
                    break;
                case "completion_tokens" or "output_tokens":
                    _output = Number(ref reader) ?? _output;
                    break;
                case "cache_read_input_tokens":
                    _cacheRead = Number(ref reader) ?? _cacheRead;
                    break;
                case "cache_creation_input_tokens":
                    _cacheWrite = Number(ref reader) ?? _cacheWrite;
                    break;
                case "prompt_tokens_details" or "input_tokens_details" when reader.TokenType == JsonTokenType.StartObject:
                    _isInputOfAll = true;
                    ReadDetails(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    public BedrockInvocationMetrics ToMetrics() => new()
    {
        InputTokenCount = Input,
        OutputTokenCount = _output,
        CacheReadInputTokenCount = _cacheRead,
        CacheWriteInputTokenCount = _cacheWrite,
    };

    private int? Input => _isInputOfAll && _input is { } all ? Math.Max(0, all - (_cacheRead ?? 0) - (_cacheWrite ?? 0)) : _input;

    private void ReadDetails(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isRead = reader.ValueTextEquals("cached_tokens"u8);
            bool isWrite = reader.ValueTextEquals("cache_write_tokens"u8);
            reader.Read();
            if (isRead)
            {
                _cacheRead = Number(ref reader) ?? _cacheRead;
            }
            else if (isWrite)
            {
                _cacheWrite = Number(ref reader) ?? _cacheWrite;
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static int? Number(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number))
        {
            return number;
        }

        reader.Skip();
        return null;
    }
}

/// <summary>What one event of a door's stream, or a whole answer, tells beside its content.</summary>
internal readonly record struct DoorEvent(bool IsEnd, bool IsError, bool IsCounted)
{
    public static DoorEvent Read(ReadOnlySpan<byte> json, DoorUsage usage)
    {
        bool isEnd = false, isError = false, isCounted = false;
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return default;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                switch (name)
                {
                    case "type" when reader.TokenType == JsonTokenType.String:
                        isError |= reader.ValueTextEquals("error"u8);
                        isEnd |= reader.ValueTextEquals("response.completed"u8) || reader.ValueTextEquals("response.incomplete"u8)
                            || reader.ValueTextEquals("response.failed"u8) || reader.ValueTextEquals("message_stop"u8);
                        break;
                    case "error" when reader.TokenType == JsonTokenType.StartObject:
                        isError = true;
                        reader.Skip();
                        break;
                    case "usage" when reader.TokenType == JsonTokenType.StartObject:
                        usage.Read(ref reader);
                        isCounted = true;
                        break;
                    case "response" or "message" when reader.TokenType == JsonTokenType.StartObject:
                        isCounted |= ReadInner(ref reader, usage);
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or no Unicode: the client that asked says so.
            return new DoorEvent(isEnd, isError, isCounted);
        }

        return new DoorEvent(isEnd, isError, isCounted);
    }

    private static bool ReadInner(ref Utf8JsonReader reader, DoorUsage usage)
    {
        bool isCounted = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isUsage = reader.ValueTextEquals("usage"u8);
            reader.Read();
            if (isUsage && reader.TokenType == JsonTokenType.StartObject)
            {
                usage.Read(ref reader);
                isCounted = true;
            }
            else
            {
                reader.Skip();
            }
        }

        return isCounted;
    }
}
