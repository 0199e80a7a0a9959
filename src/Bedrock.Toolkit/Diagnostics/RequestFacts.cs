namespace Bedrock.Toolkit.Diagnostics;

/// <summary>What a call says beside its content: the guardrail, and who spends it. From the headers of InvokeModel, or the members that Converse
/// has for them.</summary>
internal sealed class RequestFacts
{
    private const string GuardrailPath = "/guardrail/";

    private RequestFacts()
    {
    }

    public string? GuardrailId { get; private set; }

    public List<KeyValuePair<string, string>> Metadata { get; } = [];

    public static RequestFacts Read(CallSubject subject, ReadOnlySpan<byte> body) => Read(subject.ApiOperation, subject.Path, subject.Headers, body);

    public static RequestFacts Read(string operation, string path, IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body)
    {
        var facts = new RequestFacts();
        foreach ((string name, string value) in headers)
        {
            if (name.Equals("X-Amzn-Bedrock-GuardrailIdentifier", StringComparison.OrdinalIgnoreCase))
            {
                facts.GuardrailId = value;
            }
            else if (name.Equals("X-Amzn-Bedrock-Request-Metadata", StringComparison.OrdinalIgnoreCase))
            {
                facts.ReadMetadata(System.Text.Encoding.ASCII.GetBytes(value));
            }
        }

        if (operation is "Converse" or "ConverseStream")
        {
            facts.ReadConverse(body);
        }
        else if (operation == "ApplyGuardrail" && path.StartsWith(GuardrailPath, StringComparison.Ordinal))
        {
            facts.GuardrailId = Uri.UnescapeDataString(path[GuardrailPath.Length..].Split('/')[0]);
        }

        return facts;
    }

    /// <summary>Says by the members of a body whether it is a conversation, a prompt to go on with, or something else.</summary>
    public static string KindOf(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            bool isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                switch (reader.GetString())
                {
                    case "messages" or "message" or "chat_history":
                        return "chat";
                    case "prompt" or "inputText":
                        return "text_completion";
                }

                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Bytes of the caller's own, which need not be JSON: of no known kind.
            return "generate_content";
        }

        return "generate_content";
    }

    private void ReadMetadata(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            ReadPairs(ref reader);
        }
    }

    private void ReadConverse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isMetadata = reader.ValueTextEquals("requestMetadata"u8);
            bool isGuardrail = reader.ValueTextEquals("guardrailConfig"u8);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject && isMetadata)
            {
                ReadPairs(ref reader);
            }
            else if (reader.TokenType == JsonTokenType.StartObject && isGuardrail)
            {
                ReadGuardrail(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadPairs(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                Metadata.Add(new(key, reader.GetString()!));
            }

            reader.Skip();
        }
    }

    private void ReadGuardrail(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isId = reader.ValueTextEquals("guardrailIdentifier"u8);
            reader.Read();
            if (isId && reader.TokenType == JsonTokenType.String)
            {
                GuardrailId = reader.GetString();
            }

            reader.Skip();
        }
    }
}
