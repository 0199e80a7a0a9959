namespace Bedrock.Toolkit;

/// <summary>Kinds of content that a model reads or produces.</summary>
[Flags]
public enum ModelModalities
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Text.</summary>
    Text = 1,

    /// <summary>Images.</summary>
    Image = 2,

    /// <summary>Documents, such as PDF.</summary>
    Document = 4,

    /// <summary>Audio.</summary>
    Audio = 8,

    /// <summary>Video.</summary>
    Video = 16,

    /// <summary>Embedding vectors.</summary>
    Embedding = 32,

    /// <summary>Scores of relevance.</summary>
    Score = 64,
}
