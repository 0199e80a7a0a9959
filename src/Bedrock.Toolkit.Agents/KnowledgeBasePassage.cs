using System.Text.Json;
using Bedrock.Toolkit.Agents.Runtime;

namespace Bedrock.Toolkit.Agents;

/// <summary>A passage that a knowledge base found or cites. Immutable.</summary>
public sealed class KnowledgeBasePassage
{
    internal KnowledgeBasePassage(
        RetrievalResultContent? content, RetrievalResultLocation? location, IDictionary<string, JsonElement>? metadata, double? score, string? documentId)
    {
        Content = content;
        Location = location;
        Metadata = metadata is null ? new Dictionary<string, JsonElement>() : new Dictionary<string, JsonElement>(metadata);
        Score = score;
        DocumentId = documentId;
    }

    /// <summary>The content as the service has it: text, a row, an image, audio, video.</summary>
    public RetrievalResultContent? Content { get; }

    /// <summary>Where it is from, as the service has it.</summary>
    public RetrievalResultLocation? Location { get; }

    /// <summary>The attributes of the document, and what the service adds.</summary>
    /// <value>Empty when there are none.</value>
    public IReadOnlyDictionary<string, JsonElement> Metadata { get; }

    /// <summary>How well it answers the question: of the store, or of the reranker.</summary>
    /// <value>Null when nobody said.</value>
    public double? Score { get; }

    /// <summary>The document's id.</summary>
    /// <value>Null when the service did not say.</value>
    public string? DocumentId { get; }

    /// <summary>The content in words: its text, what was said in it, or a row as "name: value" lines.</summary>
    /// <value>Empty for an image.</value>
    public string Text => Content switch
    {
        null => string.Empty,
        { Text: { Length: > 0 } text } => text,
        { Audio.Transcription: { } spoken } => spoken,
        { Video.Summary: { } seen } => seen,
        { Row: { } row } => string.Join('\n', row.Select(static column => $"{column.ColumnName}: {column.ColumnValue}")),
        _ => string.Empty,
    };

    /// <summary>Where it is from, in one text: an address, an S3 URI, an id, a query.</summary>
    /// <value>Null when the service did not say.</value>
    public string? Source => Location switch
    {
        null => null,
        { S3Location.Uri: { } uri } => uri,
        { WebLocation.Url: { } url } => url,
        { ConfluenceLocation.Url: { } url } => url,
        { SalesforceLocation.Url: { } url } => url,
        { SharePointLocation.Url: { } url } => url,
        { OneDriveLocation.Url: { } url } => url,
        { GoogleDriveLocation.Url: { } url } => url,
        { KendraDocumentLocation.Uri: { } uri } => uri,
        { CustomDocumentLocation.Id: { } id } => id,
        { SqlLocation.Query: { } query } => query,
        _ => null,
    };

    internal static KnowledgeBasePassage Of(KnowledgeBaseRetrievalResult result) =>
        new(result.Content, result.Location, result.Metadata, result.Score, result.DocumentId);

    internal static KnowledgeBasePassage Of(RetrievedReference reference) =>
        new(reference.Content, reference.Location, reference.Metadata, null, null);

    internal KnowledgeBasePassage WithScore(double score) =>
        new(Content, Location, new Dictionary<string, JsonElement>(Metadata), score, DocumentId);

    /// <summary>The source and the score, never the content.</summary>
    /// <returns>A line.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Source ?? "(no source)"}, score {Score:0.###}");
}
