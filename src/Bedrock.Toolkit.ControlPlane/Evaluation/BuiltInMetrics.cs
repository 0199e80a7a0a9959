namespace Bedrock.Toolkit.ControlPlane.Evaluation;

/// <summary>Names of the metrics that an evaluation job can measure, for <c>MetricNames</c>. Other names are those of the job's custom metrics.</summary>
/// <remarks>Those marked so are unconfirmed. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-metrics.html</remarks>
public static class BuiltInMetrics
{
    /// <summary>Rated by a judge: is the answer right?</summary>
    public const string Correctness = "Builtin.Correctness";

    /// <summary>Rated by a judge: is everything answered?</summary>
    public const string Completeness = "Builtin.Completeness";

    /// <summary>Rated by a judge: does the answer say only what the prompt or the passages do?</summary>
    public const string Faithfulness = "Builtin.Faithfulness";

    /// <summary>Rated by a judge.</summary>
    public const string Helpfulness = "Builtin.Helpfulness";

    /// <summary>Rated by a judge.</summary>
    public const string Coherence = "Builtin.Coherence";

    /// <summary>Rated by a judge: coherence of retrieval with generation (unconfirmed).</summary>
    public const string LogicalCoherence = "Builtin.LogicalCoherence";

    /// <summary>Rated by a judge.</summary>
    public const string Relevance = "Builtin.Relevance";

    /// <summary>Rated by a judge.</summary>
    public const string FollowingInstructions = "Builtin.FollowingInstructions";

    /// <summary>Rated by a judge.</summary>
    public const string ProfessionalStyleAndTone = "Builtin.ProfessionalStyleAndTone";

    /// <summary>Rated by a judge.</summary>
    public const string Harmfulness = "Builtin.Harmfulness";

    /// <summary>Rated by a judge.</summary>
    public const string Stereotyping = "Builtin.Stereotyping";

    /// <summary>Rated by a judge: did the model decline?</summary>
    public const string Refusal = "Builtin.Refusal";

    /// <summary>Rated by a judge, retrieval alone: do the passages belong to the question? (unconfirmed)</summary>
    public const string ContextRelevance = "Builtin.ContextRelevance";

    /// <summary>Rated by a judge, retrieval alone: do the passages have what the reference has? (unconfirmed)</summary>
    public const string ContextCoverage = "Builtin.ContextCoverage";

    /// <summary>Rated by a judge, retrieval with generation: are the cited passages the right ones? (unconfirmed)</summary>
    public const string CitationPrecision = "Builtin.CitationPrecision";

    /// <summary>Rated by a judge, retrieval with generation: is what is said cited? (unconfirmed)</summary>
    public const string CitationCoverage = "Builtin.CitationCoverage";

    /// <summary>Computed.</summary>
    public const string Accuracy = "Builtin.Accuracy";

    /// <summary>Computed.</summary>
    public const string Robustness = "Builtin.Robustness";

    /// <summary>Computed.</summary>
    public const string Toxicity = "Builtin.Toxicity";
}
