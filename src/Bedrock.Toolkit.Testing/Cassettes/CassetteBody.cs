using System.Text;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Cassettes;

/// <summary>Bytes of a body in the form that a person reads best: JSON, else text, else base64. Immutable.</summary>
internal sealed class CassetteBody
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly JsonElement? _json;
    private readonly string? _text;
    private readonly ReadOnlyMemory<byte> _bytes;

    private CassetteBody(JsonElement? json, string? text, ReadOnlyMemory<byte> bytes)
    {
        _json = json;
        _text = text;
        _bytes = bytes;
    }

    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonElement? Json => _json;

    public static CassetteBody From(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            if (bytes.IsEmpty)
            {
                return new CassetteBody(null, null, default);
            }

            string text = Strict.GetString(bytes.Span);
            return TryParse(text, out JsonElement json) ? new CassetteBody(json, null, default) : new CassetteBody(null, text, default);
        }
        catch (DecoderFallbackException)
        {
            return new CassetteBody(null, null, bytes);
        }
    }

    public static CassetteBody OfJson(JsonElement json) => new(json, null, default);

    public static CassetteBody OfText(string text) => new(null, text, default);

    public static CassetteBody OfBytes(ReadOnlyMemory<byte> bytes) => new(null, null, bytes);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static CassetteBody Read(JsonElement owner) =>
        owner.TryGetProperty("body", out JsonElement json) ? new CassetteBody(json.Clone(), null, default)
            : owner.TryGetProperty("text", out JsonElement text) ? new CassetteBody(null, text.GetString(), default)
            : owner.TryGetProperty("base64", out JsonElement bytes) ? new CassetteBody(null, null, bytes.GetBytesFromBase64())
            : new CassetteBody(null, null, default);

    public CassetteBody Scrub(Scrubber scrubber, ScrubScope scope, bool isPrompt) => new(
        _json is { } json ? scrubber.Document(json, scope, isPrompt) : null,
        _text is { } text ? (isPrompt ? scrubber.Prompt(text, scope) : scrubber.Text(text, scope)) : null,
        _bytes);

    public void Write(Utf8JsonWriter writer)
    {
        if (_json is { } json)
        {
            writer.WritePropertyName("body");
            json.WriteTo(writer);
        }
        else if (_text is not null)
        {
            writer.WriteString("text", _text);
        }
        else if (!_bytes.IsEmpty)
        {
            writer.WriteBase64String("base64", _bytes.Span);
        }
    }

    public ReadOnlyMemory<byte> ToBytes() =>
        _json is { } json ? JsonSerializer.SerializeToUtf8Bytes(json, BedrockJson.TypeInfo<JsonElement>())
            : _text is not null ? Encoding.UTF8.GetBytes(_text)
            : _bytes;

    // A text with half of a character cannot be taken out of JSON: such a body is kept as it is.
    private static bool TryParse(string text, out JsonElement json)
    {
        json = default;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 512 });
            json = document.RootElement.Clone();
            CheckTexts(json);
            return json.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void CheckTexts(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                json.GetString();
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in json.EnumerateArray())
                {
                    CheckTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty member in json.EnumerateObject())
                {
                    CheckTexts(member.Value);
                }

                break;
        }
    }
}
