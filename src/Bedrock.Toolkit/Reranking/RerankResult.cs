namespace Bedrock.Toolkit;

/// <summary>Documents in order, the best first. Immutable and thread-safe.</summary>
public sealed class RerankResult
{
    internal RerankResult(IReadOnlyList<RerankedDocument> documents, TokenUsage? usage)
    {
        Documents = documents;
        Usage = usage;
    }

    /// <summary>The documents.</summary>
    /// <value>The best first; those of one score in the order in which they were given.</value>
    public IReadOnlyList<RerankedDocument> Documents { get; }

    /// <summary>The tokens of all calls together.</summary>
    /// <value>Null when the service counted none.</value>
    public TokenUsage? Usage { get; }

    /// <summary>Sizes, and which member to look at; never the content.</summary>
    /// <returns>A short line.</returns>
    public override string ToString() =>
        new ObjectSummary("Documents", ObjectSummary.Count(Documents.Count, "document")).ToText(nameof(RerankResult), Usage?.TotalTokens);
}

/// <summary>A document with its score.</summary>
/// <param name="Index">The document's position in the list that was given, from 0.</param>
/// <param name="Score">How well it answers the question: 0 to 1; higher is better.</param>
/// <param name="Document">The document.</param>
public readonly record struct RerankedDocument(int Index, double Score, string Document)
{
    /// <summary>Position and score, without the text.</summary>
    /// <returns>A text for diagnostics.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Index}: {Score:0.####}");
}
