namespace Bedrock.Toolkit.Doors;

/// <summary>Ids of models that answer only at other doors than InvokeModel and Converse, or were not seen to answer there. Stateless.</summary>
/// <remarks>
/// As bedrock-runtime spells them where they are there; <c>InProfile("us")</c> where a model needs a profile. No closed list: every id works, by
/// the newest rule of its line. Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/models-endpoint-availability.html and the model cards.
/// </remarks>
public static class DoorModelIds
{
    /// <summary>GPT-5.4: <c>openai.gpt-5.4</c>; only on mantle.</summary>
    public static ModelId Gpt54 { get; } = "openai.gpt-5.4";

    /// <summary>GPT-5.5: <c>openai.gpt-5.5</c>; only on mantle.</summary>
    public static ModelId Gpt55 { get; } = "openai.gpt-5.5";

    /// <summary>GPT-5.6 Sol: <c>openai.gpt-5.6-sol</c>.</summary>
    public static ModelId Gpt56Sol { get; } = "openai.gpt-5.6-sol";

    /// <summary>GPT-5.6 Terra: <c>openai.gpt-5.6-terra</c>.</summary>
    public static ModelId Gpt56Terra { get; } = "openai.gpt-5.6-terra";

    /// <summary>GPT-5.6 Luna: <c>openai.gpt-5.6-luna</c>.</summary>
    public static ModelId Gpt56Luna { get; } = "openai.gpt-5.6-luna";

    /// <summary>GPT-6 Astra: <c>openai.gpt-6-astra</c>.</summary>
    public static ModelId Gpt6Astra { get; } = "openai.gpt-6-astra";

    /// <summary>GPT-6 Sol: <c>openai.gpt-6-sol</c>; on bedrock-runtime through a profile.</summary>
    public static ModelId Gpt6Sol { get; } = "openai.gpt-6-sol";

    /// <summary>GPT-6 Luna: <c>openai.gpt-6-luna</c>; on bedrock-runtime through a profile.</summary>
    public static ModelId Gpt6Luna { get; } = "openai.gpt-6-luna";

    /// <summary>GPT-6.1 Sol: <c>openai.gpt-6.1-sol</c>; on bedrock-runtime through a profile.</summary>
    public static ModelId Gpt61Sol { get; } = "openai.gpt-6.1-sol";

    /// <summary>GPT-6.1 Terra: <c>openai.gpt-6.1-terra</c>.</summary>
    public static ModelId Gpt61Terra { get; } = "openai.gpt-6.1-terra";

    /// <summary>GPT-6.2 Astra: <c>openai.gpt-6.2-astra</c> (by analogy, unconfirmed).</summary>
    public static ModelId Gpt62Astra { get; } = "openai.gpt-6.2-astra";

    /// <summary>GPT-6.2 Sol: <c>openai.gpt-6.2-sol</c> (by analogy, unconfirmed).</summary>
    public static ModelId Gpt62Sol { get; } = "openai.gpt-6.2-sol";

    /// <summary>Grok 4.3: <c>xai.grok-4.3</c>; only on mantle.</summary>
    public static ModelId Grok43 { get; } = "xai.grok-4.3";

    /// <summary>Gemma 4 E2B: <c>google.gemma-4-e2b</c>; only on mantle.</summary>
    public static ModelId Gemma4E2B { get; } = "google.gemma-4-e2b";

    /// <summary>Gemma 4 26B A4B: <c>google.gemma-4-26b-a4b</c>; only on mantle.</summary>
    public static ModelId Gemma4A4B26B { get; } = "google.gemma-4-26b-a4b";

    /// <summary>Gemma 4 31B: <c>google.gemma-4-31b</c>; only on mantle.</summary>
    public static ModelId Gemma431B { get; } = "google.gemma-4-31b";

    /// <summary>DeepSeek V3.1: <c>deepseek.v3.1</c>; only on mantle.</summary>
    public static ModelId DeepSeekV31 { get; } = "deepseek.v3.1";

    /// <summary>GLM 4.6: <c>zai.glm-4.6</c>; only on mantle.</summary>
    public static ModelId Glm46 { get; } = "zai.glm-4.6";

    /// <summary>Claude Mythos 5: <c>anthropic.claude-mythos-5</c>; only on mantle, for accounts that AWS lets in.</summary>
    public static ModelId ClaudeMythos5 { get; } = "anthropic.claude-mythos-5";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ModelId> All =>
    [
        Gpt54, Gpt55, Gpt56Sol, Gpt56Terra, Gpt56Luna, Gpt6Astra, Gpt6Sol, Gpt6Luna, Gpt61Sol, Gpt61Terra, Gpt62Astra, Gpt62Sol, Grok43, Gemma4E2B,
        Gemma4A4B26B, Gemma431B, DeepSeekV31, Glm46, ClaudeMythos5,
    ];
}
