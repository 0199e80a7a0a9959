namespace Bedrock.Toolkit;

/// <summary>What every rerank model says of itself, whatever its JSON is.</summary>
public interface IRerankModel
{
    /// <summary>The id that goes into the request's path.</summary>
    ModelId Id { get; }

    /// <summary>How many documents one call takes.</summary>
    /// <value>1 or more; 1,000 by default.</value>
    int MaxDocumentsPerCall { get; }
}
