namespace Bedrock.Toolkit.Diagnostics;

/// <summary>
/// The settings of a request that OpenTelemetry's conventions have names for, whatever the family calls them. Only numbers, and words of fixed places,
/// are read: nothing of prompt or answer gets in. Not thread-safe.
/// </summary>
internal sealed class RequestSettings
{
    private const int MaxSequences = 20;
    private const int MaxSequence = 100;

    private RequestSettings()
    {
    }

    /// <summary>The attributes by their names.</summary>
    public SortedDictionary<string, object> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a body; one that is no JSON object has no settings.</summary>
    public static RequestSettings Read(ReadOnlySpan<byte> body)
    {
        var settings = new RequestSettings();
        try
        {
            var reader = new Utf8JsonReader(body);
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                settings.ReadObject(ref reader);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Bytes of the caller's own, which need not be JSON: what was read before the fault stands.
            return settings;
        }

        return settings;
    }

    private void ReadObject(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadInner(ref reader, name);
            }
            else if (reader.TokenType == JsonTokenType.Number)
            {
                SetNumber(name, ref reader);
            }
            else if (reader.TokenType == JsonTokenType.StartArray && ListOf(name) is { } attribute)
            {
                SetList(attribute, ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadInner(ref Utf8JsonReader reader, string name)
    {
        switch (name)
        {
            case "inferenceConfig" or "textGenerationConfig" or "imageGenerationConfig" or "additionalModelRequestFields" or "embeddingConfig"
                or "singleEmbeddingParams" or "textToImageParams":
                ReadObject(ref reader);
                break;
            case "outputConfig" or "output_config" or "output_format" or "response_format":
                ReadForm(ref reader, name);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    // A form of the answer, or only an effort or the word "text" in the same place.
    private void ReadForm(ref Utf8JsonReader reader, string name)
    {
        bool isForm = name == "output_format";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            isForm |= reader.ValueTextEquals("textFormat"u8) || reader.ValueTextEquals("format"u8);
            bool isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            isForm |= isType && reader.TokenType == JsonTokenType.String && reader.GetString()!.StartsWith("json", StringComparison.Ordinal);
            reader.Skip();
        }

        if (isForm)
        {
            Attributes["gen_ai.output.type"] = "json";
        }
    }

    private void SetNumber(string name, ref Utf8JsonReader reader)
    {
        string? attribute = name switch
        {
            "temperature" => "gen_ai.request.temperature",
            "top_p" or "topP" or "p" => "gen_ai.request.top_p",
            "top_k" or "topK" or "k" => "gen_ai.request.top_k",
            "frequency_penalty" or "frequencyPenalty" => "gen_ai.request.frequency_penalty",
            "presence_penalty" or "presencePenalty" => "gen_ai.request.presence_penalty",
            _ => null,
        };
        if (attribute is not null)
        {
            Attributes[attribute] = reader.GetDouble();
            return;
        }

        string? whole = name switch
        {
            "seed" => "gen_ai.request.seed",
            "n" or "num_generations" or "numResults" or "numberOfImages" => "gen_ai.request.choice.count",
            "dimensions" or "outputEmbeddingLength" or "output_dimension" or "embeddingDimension" => "gen_ai.embeddings.dimension.count",
            _ => null,
        };
        if (whole is not null && reader.TryGetInt64(out long number) && !(number == 1 && whole == "gen_ai.request.choice.count"))
        {
            Attributes[whole] = number;
        }
    }

    private static string? ListOf(string name) => name switch
    {
        "stop_sequences" or "stopSequences" or "stop" => "gen_ai.request.stop_sequences",
        "embedding_types" or "embeddingTypes" => "gen_ai.request.encoding_formats",
        _ => null,
    };

    private void SetList(string attribute, ref Utf8JsonReader reader)
    {
        List<string> texts = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String && texts.Count < MaxSequences && reader.GetString() is { Length: <= MaxSequence } text)
            {
                texts.Add(text);
            }
            else
            {
                reader.Skip();
            }
        }

        if (texts.Count > 0)
        {
            Attributes[attribute] = texts.ToArray();
        }
    }
}
