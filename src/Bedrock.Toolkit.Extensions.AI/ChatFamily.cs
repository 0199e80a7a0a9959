using Bedrock.Toolkit;

namespace Microsoft.Extensions.AI;

/// <summary>Where the models of a family take the settings that Converse has no member for. Immutable.</summary>
/// <remarks>Sources: the model parameter pages of https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html. For the models with the Chat Completions body the fields are unconfirmed in Converse.</remarks>
/// <param name="TopK">The field of the most likely tokens.</param>
/// <param name="Seed">The field of the seed.</param>
/// <param name="FrequencyPenalty">The field of the frequency penalty.</param>
/// <param name="PresencePenalty">The field of the presence penalty.</param>
/// <param name="ParallelToolCalls">The field that allows several calls at once.</param>
internal sealed record ChatFamily(string? TopK = null, string? Seed = null, string? FrequencyPenalty = null, string? PresencePenalty = null, string? ParallelToolCalls = null)
{
    private static readonly ChatFamily Unknown = new();
    private static readonly ChatFamily ChatCompletions = new(null, "seed", "frequency_penalty", "presence_penalty", "parallel_tool_calls");
    private static readonly ChatFamily MistralText = new("top_k");

    // The first that fits counts.
    private static readonly (string Prefix, ChatFamily Family)[] Families =
    [
        ("anthropic.", new("top_k")),
        ("amazon.nova", new("inferenceConfig.topK")),
        ("cohere.command-r", new("k", "seed", "frequency_penalty", "presence_penalty")),
        ("cohere.", new("k")),
        ("ai21.jamba", new(null, null, "frequency_penalty", "presence_penalty")),
        ("writer.", new(null, "seed", "frequency_penalty", "presence_penalty")),
        ("mistral.mistral-7b", MistralText),
        ("mistral.mixtral-8x7b", MistralText),
        ("mistral.mistral-large-24", MistralText),
        ("mistral.mistral-small-24", MistralText),
        ("openai.", ChatCompletions),
        ("qwen.", ChatCompletions),
        ("deepseek.v3", ChatCompletions),
        ("google.gemma", ChatCompletions),
        ("minimax.", ChatCompletions),
        ("moonshot.", ChatCompletions),
        ("moonshotai.", ChatCompletions),
        ("nvidia.", ChatCompletions),
        ("zai.", ChatCompletions),
    ];

    // These take a temperature or a top_p, not both.
    private static readonly string[] OneOfTwo = ["anthropic.claude-sonnet-4-5", "anthropic.claude-haiku-4-5"];

    public static ChatFamily Of(ModelId model) => Families.FirstOrDefault(entry => Is(model, entry.Prefix)).Family ?? Unknown;

    public static bool IsClaude(ModelId model) => Is(model, "anthropic.claude-");

    public static bool TakesOneOfTemperatureAndTopP(ModelId model) => Is(model, OneOfTwo);

    public static bool Is(ModelId model, params ReadOnlySpan<string> prefixes)
    {
        string id = model.BaseModel ?? string.Empty;
        foreach (string prefix in prefixes)
        {
            if (id.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
