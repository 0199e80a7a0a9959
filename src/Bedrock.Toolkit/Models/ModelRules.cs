using System.Collections.Concurrent;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Models;

/// <summary>What a chat model takes in a request, and what may go back to it. Immutable and thread-safe.</summary>
/// <remarks>
/// The one table that the checks of Converse and of the families, the chat client, structured output and the governor of quotas read.
/// docs/models/rules.md shows all of it.
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html, the model parameter pages, the
/// model cards, and error texts that users have published.
/// </remarks>
public sealed record ModelRules
{
    /// <summary>The least budget that Claude takes for thinking, in tokens.</summary>
    internal const int MinThinkingBudget = 1024;

    private const int MaxKept = 512;

    private static readonly ConcurrentDictionary<string, ModelRules> Kept = new(StringComparer.Ordinal);

    /// <summary>Nothing is known of the model: nothing is refused, and nothing is changed.</summary>
    public static ModelRules Unknown { get; } = new();

    /// <summary>The line of models that the rules are for.</summary>
    /// <value>Such as <c>Claude Opus 4.7</c>; empty for <see cref="Unknown"/>.</value>
    public string Line { get; init; } = string.Empty;

    /// <summary>Whether anything is known.</summary>
    public bool IsKnown => Line.Length > 0;

    /// <summary>Which members of sampling the model takes.</summary>
    public SamplingMembers Sampling { get; init; }

    /// <summary>Whether a temperature and a share of probability exclude each other.</summary>
    public bool TakesOneOfTemperatureAndTopP { get; init; }

    /// <summary>The field of the most likely tokens in Converse, with dots in its path.</summary>
    /// <value>Null when there is none.</value>
    public string? TopKField { get; init; }

    /// <summary>The field of the seed.</summary>
    /// <value>Null when there is none.</value>
    public string? SeedField { get; init; }

    /// <summary>The field of the frequency penalty.</summary>
    /// <value>Null when there is none.</value>
    public string? FrequencyPenaltyField { get; init; }

    /// <summary>The field of the presence penalty.</summary>
    /// <value>Null when there is none.</value>
    public string? PresencePenaltyField { get; init; }

    /// <summary>The field that allows several calls at once.</summary>
    /// <value>Null when there is none.</value>
    public string? ParallelToolCallsField { get; init; }

    /// <summary>Tools that the service has built in for the model.</summary>
    public IReadOnlyList<string> BuiltInTools { get; init; } = [];

    /// <summary>Whether the model takes tools.</summary>
    public bool TakesTools { get; init; }

    /// <summary>What a request may say about the calls of tools.</summary>
    public ToolChoices ToolChoices { get; init; }

    /// <summary>How the model is told to think.</summary>
    public ModelThinking Thinking { get; init; }

    /// <summary>Whether the model thinks when a request says nothing.</summary>
    public bool ThinksByDefault { get; init; }

    /// <summary>The field of the effort, for <see cref="ModelThinking.Effort"/>.</summary>
    /// <value>Null when there is none.</value>
    public string? EffortField { get; init; }

    /// <summary>Efforts that other models take and this one refuses.</summary>
    public IReadOnlyList<string> RefusedEfforts { get; init; } = [];

    /// <summary>What a request must not say while the model thinks.</summary>
    public SamplingMembers ExcludedByThinking { get; init; }

    /// <summary>Whether a tool can be forced while the model thinks.</summary>
    public bool ForcesToolsWhileThinking { get; init; } = true;

    /// <summary>Names of fields that the model refuses beside the members of Converse.</summary>
    public IReadOnlyList<string> RefusedFields { get; init; } = [];

    /// <summary>Members of the family's own body that other models take, and this one refuses or ignores without a word.</summary>
    /// <value>Names of InvokeModel, with dots in their paths.</value>
    public IReadOnlyList<string> RefusedInBody { get; init; } = [];

    /// <summary>Which reasoning of earlier turns goes back.</summary>
    public ReplayedReasoning Reasoning { get; init; } = ReplayedReasoning.Any;

    /// <summary>Where cache points may stand.</summary>
    public CachePlaces Caching { get; init; }

    /// <summary>The fewest tokens that are cached.</summary>
    /// <value>Null when not documented.</value>
    public int? MinCachedTokens { get; init; }

    /// <summary>Whether a cache point may live for an hour; five minutes otherwise.</summary>
    public bool CachesForAnHour { get; init; }

    /// <summary>The most cache points of a request.</summary>
    public int MaxCachePoints { get; init; } = 4;

    /// <summary>How the model can be held to a form of its answer.</summary>
    public ModelStructuredOutput StructuredOutput { get; init; } = ModelStructuredOutput.ForcedTool;

    /// <summary>Whether the native format and citations exclude each other.</summary>
    public bool FormatExcludesCitations { get; init; }

    /// <summary>The words of JSON Schema that the native format and strict tools take.</summary>
    public SchemaWords SchemaWords { get; init; }

    /// <summary>Whether a conversation begins with the user.</summary>
    public bool BeginsWithUser { get; init; }

    /// <summary>Whether user and model take turns.</summary>
    public bool RolesAlternate { get; init; }

    /// <summary>Whether the model takes a system prompt.</summary>
    public bool TakesSystem { get; init; } = true;

    /// <summary>Whether AWS names the model among those that take the status of a tool's result.</summary>
    /// <remarks>Others were seen to let it pass: by hand it is sent, and what the library writes itself goes without.</remarks>
    public bool TakesToolResultStatus { get; init; }

    /// <summary>Whether the results of tools stand before what else the user says in the same message.</summary>
    public bool ToolResultsComeFirst { get; init; }

    /// <summary>What a tool's result may hold beside text and JSON.</summary>
    /// <value>Null when not documented: nothing is refused then.</value>
    public ModelModalities? ToolResultMedia { get; init; }

    /// <summary>The geographies of the inference profiles through which alone the model answers.</summary>
    /// <value>Such as <c>us</c>; empty when its own id works as well, or nothing sure is known.</value>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>The longest answer.</summary>
    /// <value>In tokens; null when not documented. Told only: the sources differ, so no request is refused for it.</value>
    public int? MaxOutputTokens { get; init; }

    /// <summary>How many tokens of the quota a written token takes.</summary>
    public double OutputWeight { get; init; } = 1;

    /// <summary>The rules of a model.</summary>
    /// <param name="model">The id, a profile, or an ARN that shows the model.</param>
    /// <returns>
    /// Its rules; for a member of a known line that is newer than this version, the newest rules of that line; <see cref="Unknown"/> for an id that hides
    /// the model and for models that nothing is known of.
    /// </returns>
    public static ModelRules For(ModelId model)
    {
        string id = model.Value;
        if (Kept.TryGetValue(id, out ModelRules? kept))
        {
            return kept;
        }

        ModelRules found = model.BaseModel is { } name ? ModelRuleTable.Find(name) : Unknown;
        if (Kept.Count < MaxKept)
        {
            Kept.TryAdd(id, found);
        }

        return found;
    }

    /// <summary>The rules of a model.</summary>
    /// <param name="model">The descriptor: under an ARN that hides the model, the rules of the model that it was made from count.</param>
    /// <returns>Its rules.</returns>
    public static ModelRules For(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return For(model.Id.BaseModel is null ? model.KnownAs : model.Id);
    }

    /// <summary>Whether the native format and strict tools can take a schema, with words moved where needed.</summary>
    /// <param name="schema">The JSON schema.</param>
    /// <returns>False for maps and recursion where <see cref="SchemaWords"/> has neither: no words can say that otherwise.</returns>
    public bool TakesSchema(JsonElement schema) => SchemaWords != SchemaWords.Subset || !SchemaReduction.NeedsTool(schema);

    /// <summary>A schema in the words that the native format and strict tools take.</summary>
    /// <param name="schema">The JSON schema.</param>
    /// <param name="moved">The words that went into descriptions, each once.</param>
    /// <returns>The schema with closed objects; the one given when the model takes all words.</returns>
    public JsonElement FitSchema(JsonElement schema, out IReadOnlyList<string> moved)
    {
        moved = [];
        return SchemaWords == SchemaWords.Subset ? SchemaReduction.Reduce(schema, out moved) : schema;
    }

    /// <summary>The rules of a model whose id may hide it.</summary>
    /// <param name="model">The id.</param>
    /// <param name="hidden">What the caller knows of a model that the id hides.</param>
    internal static ModelRules For(ModelId model, ModelRules? hidden) => model.BaseModel is null ? hidden ?? Unknown : For(model);

    /// <summary>The first fault of sampling by a family's own body, or null.</summary>
    internal string? FaultOfSampling(bool hasTemperature, bool hasTopP, bool hasTopK)
    {
        if (!IsKnown)
        {
            return null;
        }

        string? refused = hasTemperature && !Takes(SamplingMembers.Temperature) ? nameof(SamplingMembers.Temperature)
            : hasTopP && !Takes(SamplingMembers.TopP) ? nameof(SamplingMembers.TopP)
            : hasTopK && !Takes(SamplingMembers.TopK) ? nameof(SamplingMembers.TopK)
            : null;
        return refused is not null ? $"{refused} must be null: {Line} takes no such member."
            : TakesOneOfTemperatureAndTopP && hasTemperature && hasTopP ? $"Temperature and TopP exclude each other on {Line}: set one of them."
            : null;
    }

    /// <summary>Whether the model takes a member of sampling.</summary>
    /// <param name="member">One member, or several.</param>
    /// <returns>Whether it takes one of them.</returns>
    public bool Takes(SamplingMembers member) => (Sampling & member) != 0;
}
