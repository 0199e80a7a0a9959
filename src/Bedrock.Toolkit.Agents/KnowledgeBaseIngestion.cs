using Bedrock.Toolkit.Agents.Building;

namespace Bedrock.Toolkit.Agents;

/// <summary>How an ingestion stands: every document that was given, with its state. Immutable.</summary>
public sealed class KnowledgeBaseIngestion
{
    internal KnowledgeBaseIngestion(IReadOnlyDictionary<string, KnowledgeBaseDocumentDetail?> documents) =>
        Documents = new Dictionary<string, KnowledgeBaseDocumentDetail?>(documents);

    /// <summary>The documents by id or S3 URI; null for one that was not sent yet.</summary>
    public IReadOnlyDictionary<string, KnowledgeBaseDocumentDetail?> Documents { get; }

    /// <summary>How many are found by retrieval now.</summary>
    public int Indexed => Documents.Values.Count(static one => one?.Status is { } status && IsIndexed(status));

    /// <summary>Those that will not be found, and why.</summary>
    /// <value>Empty when all went well.</value>
    public IReadOnlyDictionary<string, string> Failed => Documents
        .Where(static one => one.Value?.Status is { } status && IsOver(status) && !IsIndexed(status))
        .ToDictionary(static one => one.Key, static one => one.Value!.StatusReason ?? one.Value.Status!.Value.Value);

    /// <summary>Whether nothing is going on any more.</summary>
    /// <returns>True when every document has come to its end.</returns>
    public bool IsOver() => Documents.Values.All(static one => one?.Status is { } status && IsOver(status));

    /// <summary>Counts.</summary>
    /// <returns>Such as <c>3 of 4 documents indexed, 1 failed</c>.</returns>
    public override string ToString() => $"{Indexed} of {Documents.Count} documents indexed, {Failed.Count} failed";

    internal static bool IsOver(DocumentStatus status) =>
        status != DocumentStatus.Pending && status != DocumentStatus.Starting && status != DocumentStatus.InProgress;

    // A document whose attributes could not all be read is found all the same.
    private static bool IsIndexed(DocumentStatus status) =>
        status == DocumentStatus.Indexed || status == DocumentStatus.PartiallyIndexed || status == DocumentStatus.MetadataPartiallyIndexed
        || status == DocumentStatus.MetadataUpdateFailed;
}
