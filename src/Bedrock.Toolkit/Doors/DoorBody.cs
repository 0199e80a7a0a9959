namespace Bedrock.Toolkit.Doors;

/// <summary>What the body of a vendor's request says of its door, and where. Immutable.</summary>
internal readonly struct DoorBody
{
    private int ModelStart { get; init; }

    private int ModelEnd { get; init; }

    /// <summary>The model; null when the body names none, or is no JSON object.</summary>
    public string? Model { get; private init; }

    public bool IsStreaming { get; private init; }

    public bool HasStore { get; private init; }

    public bool HasTier { get; private init; }

    public static DoorBody Read(ReadOnlySpan<byte> body)
    {
        string? model = null;
        int start = 0, end = 0;
        bool isStreaming = false, hasStore = false, hasTier = false;
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return default;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isModel = reader.ValueTextEquals("model"u8), isStream = reader.ValueTextEquals("stream"u8);
                hasStore |= reader.ValueTextEquals("store"u8);
                hasTier |= reader.ValueTextEquals("service_tier"u8);
                reader.Read();
                if (isModel && reader.TokenType == JsonTokenType.String)
                {
                    (model, start, end) = (reader.GetString(), (int)reader.TokenStartIndex, (int)reader.BytesConsumed);
                }

                isStreaming |= isStream && reader.TokenType == JsonTokenType.True;
                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Files and forms pass as they are; a broken object is the service's to refuse.
            return default;
        }

        return new DoorBody
        {
            Model = string.IsNullOrWhiteSpace(model) ? null : model,
            ModelStart = start,
            ModelEnd = end,
            IsStreaming = isStreaming,
            HasStore = hasStore,
            HasTier = hasTier,
        };
    }

    /// <summary>The body with another id, and members in front of all others; the same one where nothing changes.</summary>
    public ReadOnlyMemory<byte> Rewrite(byte[] body, string id, bool forbidsStore, string? tier)
    {
        if (id == Model && !forbidsStore && tier is null)
        {
            return body;
        }

        int brace = Array.IndexOf(body, (byte)'{') + 1;
        string members = (forbidsStore ? "\"store\":false," : string.Empty)
            + (tier is null ? string.Empty : $"\"service_tier\":\"{JsonEncodedText.Encode(tier)}\",");
        byte[] named = Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(id)}\"");
        byte[] own = Encoding.UTF8.GetBytes(members);
        return (byte[])[.. body.AsSpan(0, brace), .. own, .. body.AsSpan(brace, ModelStart - brace), .. named, .. body.AsSpan(ModelEnd)];
    }
}
