using System.Text.Json;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Citations as annotations, in both directions.</summary>
internal static class ChatCitations
{
    private const string LengthProperty = "TextLength";

    public static string TextOf(CitationsContent content) =>
        string.Concat((content.Block?.Content ?? []).OfType<CitationGeneratedText>().Select(piece => piece.Text));

    public static TextContent Read(CitationsContent content)
    {
        string text = TextOf(content);
        return new TextContent(text)
        {
            RawRepresentation = content,
            Annotations = [.. (content.Block?.Citations ?? []).Select(citation => Read(
                citation, citation.Title, citation.Source, citation.SourceContent?.OfType<CitationSourceText>().Select(piece => piece.Text), citation.Location,
                    text.Length))],
        };
    }

    /// <summary>The citations of a block of a stream: they come behind the text that they belong to, so they have no span of it.</summary>
    /// <param name="deltas">The citations.</param>
    /// <param name="length">How many characters before them belong to them.</param>
    public static TextContent Read(IEnumerable<CitationsDelta> deltas, int length) => new(string.Empty)
    {
        Annotations =
        [
            .. deltas.Select(static delta =>
                Read(delta, delta.Title, delta.Source, delta.SourceContent?.Select(piece => piece.Text ?? string.Empty), delta.Location, 0)),
        ],
        AdditionalProperties = new() { [LengthProperty] = length },
    };

    /// <summary>Puts citations that stand behind their text into one block with it.</summary>
    /// <returns>False when the content is something else, or its citations are not from Bedrock.</returns>
    public static bool TryWrite(TextContent content, List<ContentBlock> blocks)
    {
        if (content.Text.Length > 0 || content.Annotations is not { Count: > 0 } annotations || LengthOf(content) is not { } length
            || blocks is not [.., Bedrock.Toolkit.Converse.TextBlock { Text: var text }] || length > text.Length || length == 0)
        {
            return false;
        }

        blocks.RemoveAt(blocks.Count - 1);
        if (length < text.Length)
        {
            blocks.Add(text[..^length]);
        }

        blocks.Add(new CitationsContentBlock
        {
            Content = [new CitationGeneratedText(text[^length..])],
            Citations = [.. annotations.OfType<CitationAnnotation>().Select(Write)],
        });
        return true;
    }

    private static int? LengthOf(TextContent content) => content.AdditionalProperties?.GetValueOrDefault(LengthProperty) switch
    {
        int length => length,
        JsonElement { ValueKind: JsonValueKind.Number } json when json.TryGetInt32(out int length) => length,
        _ => null,
    };

    private static Citation Write(CitationAnnotation annotation)
    {
        if (annotation.RawRepresentation is CitationsDelta delta)
        {
            return new Citation
            {
                Title = delta.Title,
                Source = delta.Source,
                SourceContent = delta.SourceContent is { } pieces ? [.. pieces.Select(static piece => new CitationSourceText { Text = piece.Text })] : null,
                Location = delta.Location,
            };
        }

        // What was stored as JSON.
        return new Citation
        {
            Title = annotation.Title,
            Source = TextOf(annotation, "Source"),
            SourceContent = annotation.Snippet is { } snippet ? [new CitationSourceText(snippet)] : null,
            Location = annotation.AdditionalProperties?.GetValueOrDefault("Location") is JsonElement { ValueKind: JsonValueKind.Object } location
                ? BedrockJson.Deserialize<CitationLocation>(location.GetRawText())
                : null,
        };
    }

    private static string? TextOf(CitationAnnotation annotation, string property) => annotation.AdditionalProperties?.GetValueOrDefault(property) switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        _ => null,
    };

    private static CitationAnnotation Read(object raw, string? title, string? source, IEnumerable<string>? pieces, CitationLocation? location, int length)
    {
        var annotation = new CitationAnnotation
        {
            Title = title,
            Snippet = pieces is null ? null : string.Concat(pieces),
            Url = Address((location as WebCitationLocation)?.Web?.Url) ?? Address(source),
            RawRepresentation = raw,
            AnnotatedRegions = length == 0 ? null : [new TextSpanAnnotatedRegion { StartIndex = 0, EndIndex = length }],
        };
        if (source is not null)
        {
            (annotation.AdditionalProperties ??= [])["Source"] = source;
        }

        if (location is not null)
        {
            (annotation.AdditionalProperties ??= [])["Location"] = JsonElement.Parse(BedrockJson.Serialize(location));
        }

        return annotation;
    }

    private static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri is { Scheme: "http" or "https" or "s3" } ? uri : null;
}
