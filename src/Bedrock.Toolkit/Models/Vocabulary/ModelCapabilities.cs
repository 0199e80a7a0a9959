namespace Bedrock.Toolkit;

/// <summary>What a model takes and gives, as its documentation says. Immutable; a hint for choosing, no call is refused because of it.</summary>
public sealed record ModelCapabilities
{
    /// <summary>What the model reads; <see cref="ModelModalities.Text"/> by default.</summary>
    public ModelModalities Input { get; init; } = ModelModalities.Text;

    /// <summary>What the model produces; <see cref="ModelModalities.Text"/> by default.</summary>
    public ModelModalities Output { get; init; } = ModelModalities.Text;

    /// <summary>Whether the model can stream; set by the kind of descriptor.</summary>
    public bool Streaming { get; init; }

    /// <summary>Whether the model can call tools.</summary>
    public bool Tools { get; init; }

    /// <summary>Whether the model can show its reasoning.</summary>
    public bool Reasoning { get; init; }

    /// <summary>Whether the model takes prompt-cache points.</summary>
    public bool PromptCaching { get; init; }

    /// <summary>The context window.</summary>
    /// <value>In tokens; null when not documented.</value>
    public int? ContextTokens { get; init; }

    /// <summary>The longest answer.</summary>
    /// <value>In tokens; null when not documented.</value>
    public int? MaxOutputTokens { get; init; }
}

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
