namespace Bedrock.Toolkit.Doors;

/// <summary>Which doors the lines of models have. Stateless and thread-safe.</summary>
/// <remarks>The first entry that fits counts, so that the last one of a line is its newest rule, which unknown ids get.</remarks>
internal static class DoorTable
{
    private const BedrockHost Runtime = BedrockHost.Runtime;
    private const BedrockHost Mantle = BedrockHost.Mantle;
    private const BedrockShape Converse = BedrockShape.Converse;
    private const BedrockShape Chat = BedrockShape.ChatCompletions;
    private const BedrockShape Responses = BedrockShape.Responses;
    private const BedrockShape Messages = BedrockShape.Messages;

    private static readonly DoorEntry Hidden = new(string.Empty, "The id hides its model, and only bedrock-runtime takes such ids.", [(Runtime, Converse)]);

    private static readonly (BedrockHost Host, BedrockShape Shape)[] OnMantle = [(Mantle, Responses), (Mantle, Chat)];

    private static readonly (BedrockHost Host, BedrockShape Shape)[] OpenWeights = [(Runtime, Converse), (Runtime, Chat), (Mantle, Chat)];

    private static readonly DoorEntry[] Entries =
    [
        new("openai.gpt-oss-safeguard", "gpt-oss-safeguard answers Converse and Chat Completions.", OpenWeights),
        new("openai.gpt-oss", "gpt-oss answers Converse and Chat Completions on both hosts, Responses on mantle.",
            [(Runtime, Converse), (Runtime, Chat), (Mantle, Responses), (Mantle, Chat)]),
        new("openai.gpt-5.4", "GPT-5.4 and 5.5 are only on mantle.", OnMantle, HasOpenAIPrefixOnMantle: true),
        new("openai.gpt-5.5", "GPT-5.4 and 5.5 are only on mantle.", OnMantle, HasOpenAIPrefixOnMantle: true),
        new("openai.gpt-5", "GPT-5.6 answers Responses and Chat Completions on both hosts.",
            [(Runtime, Responses), (Runtime, Chat), (Mantle, Responses), (Mantle, Chat)], HasOpenAIPrefixOnMantle: true),
        new("openai.", "GPT-6 and later answer Responses on both hosts.", [(Runtime, Responses), (Mantle, Responses)], HasOpenAIPrefixOnMantle: true),
        new("xai.grok-4.3", "Grok 4.3 is only on mantle.", OnMantle, HasOpenAIPrefixOnMantle: true),
        new("xai.", "Grok 4.6 and later answer Responses and Chat Completions, on mantle in some Regions.",
            [(Runtime, Responses), (Runtime, Chat), (Mantle, Responses), (Mantle, Chat)], HasOpenAIPrefixOnMantle: true),
        new("google.gemma-3", "Gemma 3 answers Converse and Chat Completions.", OpenWeights),
        new("google.", "Gemma 4 and later are only on mantle.", OnMantle, HasOpenAIPrefixOnMantle: true),
        new("anthropic.claude-mythos", "Claude Mythos is only on mantle.", [(Mantle, Messages)]),
        new("anthropic.claude-3", "Claude 3 answers Converse.", [(Runtime, Converse)]),
        new("anthropic.claude-v2", "Claude 2 answers Converse.", [(Runtime, Converse)]),
        new("anthropic.claude-instant", "Claude Instant answers Converse.", [(Runtime, Converse)]),
        new("anthropic.claude-opus-4", "Claude 4 answers Converse, and Messages on mantle.", [(Runtime, Converse), (Mantle, Messages)]),
        new("anthropic.claude-sonnet-4", "Claude 4 answers Converse, and Messages on mantle.", [(Runtime, Converse), (Mantle, Messages)]),
        new("anthropic.claude-haiku-4", "Claude 4 answers Converse, and Messages on mantle.", [(Runtime, Converse), (Mantle, Messages)]),
        new("anthropic.", "Claude 5 and later answer Converse, and Messages on both hosts.", [(Runtime, Converse), (Runtime, Messages), (Mantle, Messages)]),
        new("deepseek.v3.1", "DeepSeek V3.1 is only on mantle.", [(Mantle, Chat)]),
        new("deepseek.r1", "DeepSeek R1 answers Converse.", [(Runtime, Converse)]),
        new("zai.glm-4.6", "GLM 4.6 is only on mantle.", [(Mantle, Chat)]),
        .. Lines("deepseek.", "qwen.", "minimax.", "moonshot.", "moonshotai.", "nvidia.", "zai.", "mistral.mistral-large-3", "mistral.ministral",
            "mistral.magistral", "mistral.devstral", "mistral.voxtral", "writer."),
    ];

    private static readonly DoorEntry Others = new(string.Empty, "The line answers Converse.", [(Runtime, Converse)]);

    public static DoorEntry Find(ModelId model) =>
        model.BaseModel is { } name ? Array.Find(Entries, entry => name.StartsWith(entry.Prefix, StringComparison.Ordinal)) ?? Others : Hidden;

    private static IEnumerable<DoorEntry> Lines(params string[] prefixes) =>
        prefixes.Select(static prefix =>
            new DoorEntry(prefix, "Most models with open weights answer Converse, and Chat Completions on both hosts.", OpenWeights));
}

/// <summary>The doors of a line of models. Immutable.</summary>
/// <param name="Prefix">What its ids begin with.</param>
/// <param name="Reason">A sentence about it.</param>
/// <param name="All">Its doors, the best one first.</param>
/// <param name="HasOpenAIPrefixOnMantle">Whether mantle has it below <c>/openai/v1</c>; below <c>/v1</c> otherwise.</param>
internal sealed record DoorEntry(string Prefix, string Reason, IReadOnlyList<(BedrockHost Host, BedrockShape Shape)> All, bool HasOpenAIPrefixOnMantle = false)
{
    public (BedrockHost Host, BedrockShape Shape) Best => All[0];

    public bool Has(BedrockHost host, BedrockShape shape) => All.Contains((host, shape));
}

/// <summary>The spellings of ids on the two hosts. Stateless and thread-safe.</summary>
internal static class DoorIds
{
    private const int DateLength = 9;

    /// <summary>The id that a host knows a model by.</summary>
    public static string Of(ModelId model, BedrockHost host)
    {
        if (model.BaseModel is not { } name)
        {
            return model.Value;
        }

        if (host == BedrockHost.Mantle)
        {
            return OnMantle(name);
        }

        bool isBareOss = !model.IsArn && name.StartsWith("openai.gpt-oss-", StringComparison.Ordinal)
            && !name.Contains("safeguard", StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal);
        return isBareOss ? model.Value + "-1:0" : model.Value;
    }

    private static string OnMantle(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        name = colon < 0 ? name : WithoutVersion(name[..colon]);
        if (name.StartsWith("anthropic.", StringComparison.Ordinal) && name.Length > DateLength && name[^DateLength] == '-'
            && !name.AsSpan(name.Length - DateLength + 1).ContainsAnyExceptInRange('0', '9'))
        {
            name = name[..^DateLength];
        }

        const string Moonshot = "moonshot.";
        return name.StartsWith(Moonshot, StringComparison.Ordinal) ? "moonshotai." + name[Moonshot.Length..] : name;
    }

    // -1 or -v1 in front of the colon.
    private static string WithoutVersion(string name)
    {
        int hyphen = name.LastIndexOf('-');
        ReadOnlySpan<char> last = name.AsSpan(hyphen + 1);
        last = last.StartsWith("v") ? last[1..] : last;
        return hyphen > 0 && !last.IsEmpty && !last.ContainsAnyExceptInRange('0', '9') ? name[..hyphen] : name;
    }
}
