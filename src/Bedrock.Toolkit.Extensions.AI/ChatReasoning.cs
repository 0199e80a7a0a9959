using System.Text.Json;
using Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Reasoning in both directions: signatures and redacted reasoning travel as protected data.</summary>
internal static class ChatReasoning
{
    // Tells redacted reasoning from a signature, also after the content was merged or stored.
    private const string RedactedMark = "redacted:";
    private const string UnsignedMark = "unsigned:";

    /// <summary>Ends a reasoning without signature in a stream: Microsoft.Extensions.AI joins the pieces of reasoning up to the next protected data.</summary>
    public static TextReasoningContent EndOfUnsigned() => new(string.Empty) { ProtectedData = UnsignedMark };

    public static TextReasoningContent Read(ReasoningContent block) => block.Reasoning switch
    {
        ReasoningTextContent { ReasoningText: { } text } => new TextReasoningContent(text.Text) { ProtectedData = text.Signature, RawRepresentation = block },
        RedactedReasoningContent redacted => new TextReasoningContent(string.Empty)
        {
            ProtectedData = RedactedMark + Convert.ToBase64String(redacted.RedactedContent.Span),
            RawRepresentation = block,
        },
        _ => new TextReasoningContent(string.Empty) { RawRepresentation = block },
    };

    /// <exception cref="ArgumentException">The protected data is marked as redacted reasoning, but is none.</exception>
    public static IEnumerable<ContentBlock> Write(TextReasoningContent content, string where)
    {
        string? redacted = content.ProtectedData?.StartsWith(RedactedMark, StringComparison.Ordinal) == true ? content.ProtectedData[RedactedMark.Length..]
            : null;

        // The names that AWS's own package uses, so that stored conversations go on.
        string? signature = redacted is null ? content.ProtectedData ?? Text(content, "Signature") : null;
        signature = signature is null or "" or UnsignedMark ? null : signature;
        if (!string.IsNullOrEmpty(content.Text) || signature is not null)
        {
            yield return new ReasoningTextBlock { Text = content.Text, Signature = signature };
        }

        if (redacted is not null)
        {
            yield return new ReasoningContent(new RedactedReasoningContent(Bytes(redacted, $"{where}.ProtectedData")));
        }
        else if (content.AdditionalProperties?.GetValueOrDefault("RedactedContent") is byte[] bytes)
        {
            yield return new ReasoningContent(new RedactedReasoningContent(bytes));
        }
        else if (Text(content, "RedactedContent") is { } base64)
        {
            yield return new ReasoningContent(new RedactedReasoningContent(Bytes(base64, $"{where}.AdditionalProperties[\"RedactedContent\"]")));
        }
        else if (content.RawRepresentation is ReasoningContent { Reasoning: UnknownReasoningContentBlock } raw)
        {
            yield return raw;
        }
    }

    private static byte[] Bytes(string base64, string where)
    {
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out int count) ? bytes[..count] : throw new ArgumentException($"{where} is no base64.", "messages");
    }

    private static string? Text(TextReasoningContent content, string property) => content.AdditionalProperties?.GetValueOrDefault(property) switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        _ => null,
    };
}
