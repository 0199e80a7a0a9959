namespace Bedrock.Toolkit.ControlPlane.Evaluation;

/// <summary>A question to a knowledge base, and what is expected. Immutable.</summary>
/// <param name="Prompt">The question.</param>
public sealed record EvaluationTurn(string Prompt)
{
    /// <summary>Good answers, for a job that retrieves and generates.</summary>
    public IReadOnlyList<string> ReferenceResponses { get; init; } = [];

    /// <summary>Passages that should be found, for a job that only retrieves (<c>ContextCoverage</c>).</summary>
    public IReadOnlyList<string> ReferenceContexts { get; init; } = [];

    /// <summary>What an own system answered, when the job rates that; null otherwise.</summary>
    public EvaluationOutput? Output { get; init; }
}

/// <summary>What an own system of retrieval answered (unconfirmed form). Immutable.</summary>
/// <param name="SourceIdentifier">The name of the system, equal to <c>RagSourceIdentifier</c> of the job.</param>
/// <param name="Passages">What it found.</param>
public sealed record EvaluationOutput(string SourceIdentifier, IReadOnlyList<string> Passages)
{
    /// <summary>What it said; null for retrieval alone.</summary>
    public string? Text { get; init; }

    /// <summary>The model that said it.</summary>
    public string? ModelIdentifier { get; init; }
}
