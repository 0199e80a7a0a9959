using System.Text.Json;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Citations as annotations.</summary>
internal static class ChatCitations
{
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

    /// <summary>A citation of a stream comes behind the text that it belongs to, so it has no span of it.</summary>
    public static TextContent Read(CitationsDelta delta) => new(string.Empty)
    {
        Annotations = [Read(delta, delta.Title, delta.Source, delta.SourceContent?.Select(piece => piece.Text ?? string.Empty), delta.Location, 0)],
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
