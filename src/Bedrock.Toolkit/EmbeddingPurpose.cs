namespace Bedrock.Toolkit;

/// <summary>What an embedding is for.</summary>
public enum EmbeddingPurpose
{
    /// <summary>To be found: a text that is stored.</summary>
    Document,

    /// <summary>To search with: a question.</summary>
    Query,
}
