using System.Text;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.CommandLine.Verification.Checks;

/// <summary>InvokeModel of the families that write text, each whole and streamed.</summary>
internal static class TextFamilyChecks
{
    private const int MaxTokens = PlannedCalls.MaxOutputTokens;
    private const string Page = "README.md";

    public static IEnumerable<VerifyCheck> All(VerifySettings settings)
    {
        string geography = settings.Geography;
        StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> claude = ClaudeModels.Haiku45.InProfile(geography);
        StreamingModel<NovaRequest, NovaResponse, NovaStreamEvent> nova = NovaModels.Micro.InProfile(geography);
        return
        [
            .. Family("claude", "claude", claude, static () => ClaudeRequest.For(Prompts.Sky, MaxTokens), static r => r.Text, static e => e.Text),
            new("claude-conversation", "claude", "A request is the conversation: the answer is added to it, and the next turn is answered",
                $"{Page}: the request is the conversation", [new(claude, 2)], run => TalkAsync(run, claude)),
            .. Family("nova", "nova", nova, static () => NovaRequest.For(Prompts.Sky, MaxTokens), static r => r.Text, static e => e.Text),
            new("nova-any-id", "nova", "A model that is named by its id alone takes the family's types",
                $"{Page}: any id works", [new(nova)], run => ByIdAsync(run, nova.Id)),
            .. Family("chat-completions", "gpt-oss", OpenAIModels.GptOss20B, Chat, static r => r.Text, static e => e.Text,
                static r => r.ReasoningText),
            .. Family("chat-completions", "qwen", QwenModels.Qwen3Dense32B, Chat, static r => r.Text, static e => e.Text,
                static r => r.ReasoningText),
            .. Family("llama", "llama", LlamaModels.Llama32Instruct3B.InProfile(geography), Llama, static r => r.Text, static e => e.Text),
            .. Family("mistral", "mistral", MistralModels.Mistral7BInstruct, Mistral, static r => r.Text, static e => e.Text),
            .. Family("mistral", "mistral-chat", MistralChatModels.Large2402, Chat, static r => r.Text, static e => e.Text),
            .. Family("deepseek", "deepseek", DeepSeekModels.R1.InProfile(geography), DeepSeek, static r => r.Text, static e => e.Text),
        ];
    }

    private static ChatCompletionRequest Chat() => ChatCompletionRequest.For(Prompts.Sky, MaxTokens);

    private static LlamaRequest Llama()
    {
        LlamaRequest request = LlamaRequest.For(Prompts.Sky);
        request.MaxGenLen = MaxTokens;
        return request;
    }

    private static MistralRequest Mistral()
    {
        MistralRequest request = MistralRequest.For(Prompts.Sky);
        request.MaxTokens = MaxTokens;
        return request;
    }

    private static DeepSeekRequest DeepSeek()
    {
        DeepSeekRequest request = DeepSeekRequest.For(Prompts.Sky);
        request.MaxTokens = MaxTokens;
        return request;
    }

    /// <summary>A call and a stream of one model.</summary>
    private static IEnumerable<VerifyCheck> Family<TRequest, TResponse, TEvent>(
        string family, string name, StreamingModel<TRequest, TResponse, TEvent> model, Func<TRequest> create, Func<TResponse, string?> read,
        Func<TEvent, string?> readEvent, Func<TResponse, string?>? readThought = null)
        where TResponse : BedrockResponse
        where TEvent : BedrockStreamEvent =>
    [
        new($"{name}-invoke", family, "The model's own request gets a typed answer with text and counted tokens",
            $"{Page}: model families, {name}: call", [new(model.Id)], async run =>
            {
                TResponse answer = await run.Client.InvokeAsync(model, create(), run.Token).ConfigureAwait(false);
                CheckRun.ExpectAnswer(read(answer) + readThought?.Invoke(answer), answer);
            }),
        new($"{name}-stream", family, "The answer comes in pieces, ends with its end mark, and folds into the whole one",
            $"{Page}: model families, {name}: stream", [new(model.Id)], async run =>
            {
                var pieces = new StringBuilder();
                int events = 0;
                TResponse answer = await run.Client.StreamAsync(model, create(), run.Token).ForEachAsync(
                    e =>
                    {
                        pieces.Append(readEvent(e));
                        events++;
                    },
                    run.Token).ConfigureAwait(false);
                CheckRun.ExpectAnswer(read(answer) + readThought?.Invoke(answer), answer);
                CheckRun.Expect(events > 1, "more than one event", $"{events}");

                // Some models think in the text, and are read without it: the pieces hold more.
                CheckRun.Expect(pieces.ToString().Contains(read(answer)!.Trim(), StringComparison.Ordinal), "the answer to be made of the pieces",
                    $"pieces of {pieces.Length} characters, an answer of {read(answer)!.Length}");
            }),
    ];

    private static async Task TalkAsync(CheckRun run, Model<ClaudeRequest, ClaudeResponse> model)
    {
        ClaudeRequest request = ClaudeRequest.For(Prompts.Sky, MaxTokens);
        request.System = Prompts.Brief;
        ClaudeResponse first = await run.Client.InvokeAsync(model, request, run.Token).ConfigureAwait(false);
        request.Messages.Add(first.ToMessage());
        request.Messages.Add(ClaudeMessage.User(Prompts.Sunset));
        ClaudeResponse second = await run.Client.InvokeAsync(model, request, run.Token).ConfigureAwait(false);
        CheckRun.ExpectAnswer(second.Text, second);
        CheckRun.Expect(second.TokenUsage!.InputTokens > first.TokenUsage?.InputTokens, "the second call to read more tokens than the first",
            $"{first.TokenUsage?.InputTokens} and {second.TokenUsage.InputTokens}");
    }

    private static async Task ByIdAsync(CheckRun run, ModelId id)
    {
        NovaResponse answer = await run.Client.InvokeAsync(NovaModels.FromId(id), NovaRequest.For(Prompts.Sky, MaxTokens), run.Token).ConfigureAwait(false);
        CheckRun.ExpectAnswer(answer.Text, answer);
    }
}
