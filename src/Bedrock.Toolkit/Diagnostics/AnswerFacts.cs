namespace Bedrock.Toolkit.Diagnostics;

/// <summary>
/// What an answer tells beside its content: why the model stopped, which model it was, tier, router and cache. Read from fixed places of the JSON
/// only, and only short words, so that nothing of prompt or answer gets in. Not thread-safe.
/// </summary>
internal sealed class AnswerFacts
{
    private const int MaxWord = 200;

    public List<string> FinishReasons { get; } = [];

    public string? Model { get; private set; }

    /// <summary>The id that the model's own body has.</summary>
    public string? Id { get; private set; }

    /// <summary>The output tokens that were spent on reasoning, where the answer tells.</summary>
    public long? ReasoningTokens { get; private set; }

    public string? ServiceTier { get; private set; }

    public string? InvokedModel { get; private set; }

    /// <summary>The tokens written to the prompt cache, by the life of the entry, such as <c>5m</c>.</summary>
    public SortedDictionary<string, long> CacheWritesByTtl { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes what is known out of a body, or out of one event of a stream.</summary>
    public void Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json.StartsWith("\uFEFF"u8) ? json[3..] : json);
        if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            ReadObject(ref reader, "");
        }
    }

    // The reader stands on the start of an object; place is the path to it.
    private void ReadObject(ref Utf8JsonReader reader, string place)
    {
        string? ttl = null;
        long? tokens = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (place, name)
            {
                case ("", "choices" or "results" or "outputs" or "generations" or "completions"):
                    ReadList(ref reader, "choice");
                    break;
                case ("", "delta" or "messageStop" or "message") or ("choice", "finishReason") when reader.TokenType == JsonTokenType.StartObject:
                    ReadObject(ref reader, name == "message" ? "message" : "choice");
                    break;
                case ("", "serviceTier" or "trace" or "usage") or ("trace", "promptRouter") or ("message", "usage") or ("usage",
                    "cache_creation" or "completion_tokens_details" or "output_tokens_details") when reader.TokenType == JsonTokenType.StartObject:
                    ReadObject(ref reader, name);
                    break;
                case ("usage", "cacheDetails"):
                    ReadList(ref reader, "cacheDetail");
                    break;
                case ("" or "choice" or "message", "stop_reason" or "stopReason" or "finish_reason" or "finishReason" or "completionReason") or ("choice",
                    "reason"):
                    AddReason(Word(ref reader));
                    break;
                case ("", "finish_reasons"):
                    ReadReasons(ref reader);
                    break;
                case ("" or "message", "model"):
                    Model = Word(ref reader) ?? Model;
                    break;
                case ("" or "message", "id"):
                    Id = Word(ref reader) ?? Id;
                    break;
                case ("completion_tokens_details" or "output_tokens_details", "reasoning_tokens"):
                    ReasoningTokens = Number(ref reader) ?? ReasoningTokens;
                    break;
                case ("serviceTier", "type"):
                    ServiceTier = Word(ref reader) ?? ServiceTier;
                    break;
                case ("promptRouter", "invokedModelId"):
                    InvokedModel = Word(ref reader) ?? InvokedModel;
                    break;
                case ("cacheDetail", "ttl"):
                    ttl = Word(ref reader);
                    break;
                case ("cacheDetail", "inputTokens"):
                    tokens = Number(ref reader);
                    break;
                case ("cache_creation", "ephemeral_5m_input_tokens" or "ephemeral_1h_input_tokens"):
                    AddWrites(name == "ephemeral_5m_input_tokens" ? "5m" : "1h", Number(ref reader));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        AddWrites(ttl, tokens);
    }

    private void ReadList(ref Utf8JsonReader reader, string place)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadObject(ref reader, place);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadReasons(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            AddReason(Word(ref reader));
        }
    }

    private void AddReason(string? reason)
    {
        if (reason is not null)
        {
            FinishReasons.Add(reason);
        }
    }

    private void AddWrites(string? ttl, long? tokens)
    {
        if (ttl is not null && tokens is > 0)
        {
            CacheWritesByTtl[ttl] = tokens.Value;
        }
    }

    // A reason or an id is one short word of plain characters; anything else is somebody's text.
    private static string? Word(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        string text = reader.GetString()!;
        return text.Length is > 0 and <= MaxWord && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':' or '/') ? text : null;
    }

    private static long? Number(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double number) && number is >= 0 and < long.MaxValue)
        {
            return (long)number;
        }

        reader.Skip();
        return null;
    }
}
