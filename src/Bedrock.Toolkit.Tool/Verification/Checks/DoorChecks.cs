using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.CommandLine.Verification.Checks;

/// <summary>OpenAI's and Anthropic's shapes, and API keys.</summary>
internal static class DoorChecks
{
    private const string Page = "docs/doors.md";
    private const string Event = "data: ";
    private const int MaxTokens = PlannedCalls.MaxOutputTokens;

    public static IEnumerable<VerifyCheck> All(VerifySettings settings)
    {
        ModelId open = OpenAIModels.GptOss20B.Id;
        ModelId gpt = new ModelId("openai.gpt-5.6-luna").InProfile(settings.Geography);
        ModelId claude = ClaudeModels.Haiku55.InProfile(settings.Geography).Id;
        ModelId nova = NovaModels.Micro.InProfile(settings.Geography).Id;
        return
        [
            Door("door-chat", "Chat Completions answers with text and usage", open, run => ChatAsync(run, open, BedrockHost.Runtime)),
            Door("door-chat-stream", "Chat Completions streams, and tells usage at the end", open, run => StreamAsync(run, open, "chat/completions",
                Chat(open, ",\"stream\":true,\"stream_options\":{\"include_usage\":true}"))),
            Door("door-responses", "Responses answers with text and usage", gpt, run => ResponsesAsync(run, gpt)),
            Door("door-messages", "Messages answers with text and usage", claude, run => MessagesAsync(run, claude)),
            Door("door-messages-stream", "Messages streams, and tells usage", claude, run => StreamAsync(run, claude, "messages",
                Chat(claude, ",\"stream\":true"))),
            Door("door-mantle", "The other host answers Chat Completions, with its own path and spelling of the id", open,
                run => ChatAsync(run, open, BedrockHost.Mantle)) with { Needs = ["--mantle-endpoint"] },
            new("key-short-term", "keys", "A short-term API key, made in the process, is accepted", $"{Page}: API keys", [new(nova)],
                run => KeyAsync(run, nova)),
            new("key-source", "keys", "A source gives one key to all callers, and it is accepted", $"{Page}: API keys", [new(nova)],
                run => SourceAsync(run, nova)),
        ];
    }

    private static VerifyCheck Door(string id, string title, ModelId model, Func<CheckRun, Task> run) =>
        new(id, "doors", title, $"{Page}: OpenAI's and Anthropic's shapes", [new(model)], run);

    private static string Chat(ModelId model, string more = "") =>
        $$"""{"model":"{{model}}","max_tokens":{{MaxTokens}},"messages":[{"role":"user","content":"{{Prompts.Sky}}"}]{{more}}}""";

    private static async Task ChatAsync(CheckRun run, ModelId model, BedrockHost host)
    {
        using JsonDocument answer = JsonDocument.Parse(await PostAsync(run, host, "chat/completions", Chat(model)).ConfigureAwait(false));
        Count(run, model, answer.RootElement, "prompt_tokens", "completion_tokens");
        JsonElement message = answer.RootElement.GetProperty("choices")[0].GetProperty("message");
        CheckRun.Expect(HasText(message, "content") || HasText(message, "reasoning") || HasText(message, "reasoning_content"), "an answer with text",
            "an answer without text");
    }

    private static async Task ResponsesAsync(CheckRun run, ModelId model)
    {
        string body = $$"""{"model":"{{model}}","max_output_tokens":{{MaxTokens}},"input":"{{Prompts.Sky}}"}""";
        using JsonDocument answer = JsonDocument.Parse(await PostAsync(run, BedrockHost.Runtime, "responses", body).ConfigureAwait(false));
        Count(run, model, answer.RootElement, "input_tokens", "output_tokens");
        CheckRun.Expect(answer.RootElement.GetProperty("output").EnumerateArray().Any(static item =>
            item.TryGetProperty("content", out JsonElement content) && content.ValueKind == JsonValueKind.Array
            && content.EnumerateArray().Any(static part => HasText(part, "text"))), "an answer with text", "an answer without text");
    }

    private static async Task MessagesAsync(CheckRun run, ModelId model)
    {
        using JsonDocument answer = JsonDocument.Parse(await PostAsync(run, BedrockHost.Runtime, "messages", Chat(model)).ConfigureAwait(false));
        Count(run, model, answer.RootElement, "input_tokens", "output_tokens");
        CheckRun.Expect(answer.RootElement.GetProperty("content").EnumerateArray().Any(static part => HasText(part, "text")), "an answer with text",
            "an answer without text");
    }

    private static async Task StreamAsync(CheckRun run, ModelId model, string tail, string body)
    {
        string text = await PostAsync(run, BedrockHost.Runtime, tail, body).ConfigureAwait(false);
        int events = 0;
        long input = 0;
        long output = 0;
        foreach (string line in text.Split('\n').Where(static line => line.StartsWith(Event + "{", StringComparison.Ordinal)))
        {
            events++;
            using JsonDocument e = JsonDocument.Parse(line[Event.Length..]);
            JsonElement holder = e.RootElement.TryGetProperty("message", out JsonElement message) ? message : e.RootElement;
            if (holder.TryGetProperty("usage", out JsonElement usage) && usage.ValueKind == JsonValueKind.Object)
            {
                input = Math.Max(input, Math.Max(Number(usage, "prompt_tokens"), Number(usage, "input_tokens")));
                output = Math.Max(output, Math.Max(Number(usage, "completion_tokens"), Number(usage, "output_tokens")));
            }
        }

        run.Meter.Add(model, new TokenUsage { InputTokens = (int)input, OutputTokens = (int)output });
        CheckRun.Expect(events > 1, "more than one event", $"{events}");
        CheckRun.Expect(input > 0 && output > 0, "usage with tokens read and written", $"{input} read, {output} written");
    }

    private static async Task<string> PostAsync(CheckRun run, BedrockHost host, string tail, string body)
    {
        BedrockClientOptions options = run.CreateOptions(o => o.ServiceUrl = host == BedrockHost.Mantle ? run.Settings.MantleEndpoint : o.ServiceUrl);
        using var http = new HttpClient(new BedrockDoorHandler(options) { Host = host }) { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://bedrock/v1/" + tail);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("anthropic-version", "2023-06-01");
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, run.Token).ConfigureAwait(false);
        return await response.Content.ReadAsStringAsync(run.Token).ConfigureAwait(false);
    }

    private static void Count(CheckRun run, ModelId model, JsonElement answer, string input, string output)
    {
        bool isThere = answer.TryGetProperty("usage", out JsonElement usage) && usage.ValueKind == JsonValueKind.Object;
        int read = isThere ? (int)Number(usage, input) : 0;
        int written = isThere ? (int)Number(usage, output) : 0;
        run.Meter.Add(model, isThere ? new TokenUsage { InputTokens = read, OutputTokens = written } : null);
        CheckRun.Expect(isThere, "usage in the answer", "none");
        CheckRun.Expect(read > 0 && written > 0, "usage with tokens read and written", $"{read} read, {written} written");
    }

    private static long Number(JsonElement value, string name) =>
        value.TryGetProperty(name, out JsonElement number) && number.TryGetInt64(out long count) ? count : 0;

    private static bool HasText(JsonElement value, string name) =>
        value.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(text.GetString());

    private static async Task KeyAsync(CheckRun run, ModelId model)
    {
        BedrockApiKey key = await BedrockApiKey.CreateAsync(TimeSpan.FromMinutes(5), Signing(run), run.Token).ConfigureAwait(false);
        CheckRun.Expect(key.Region == run.Settings.Region, "a key for the Region", "one for another");
        await CallAsync(run, model, key).ConfigureAwait(false);
    }

    private static async Task SourceAsync(CheckRun run, ModelId model)
    {
        var source = new BedrockApiKeySource(Signing(run), TimeSpan.FromMinutes(30));
        BedrockApiKey key = await source.GetAsync(run.Token).ConfigureAwait(false);
        CheckRun.Expect((await source.GetAsync(run.Token).ConfigureAwait(false)).Value == key.Value, "the same key for the second caller", "another one");
        await CallAsync(run, model, key).ConfigureAwait(false);
    }

    // A key is made of credentials: where only another key is set, there is nothing to make it of.
    private static BedrockClientOptions Signing(CheckRun run) =>
        Environment.GetEnvironmentVariable("AWS_BEARER_TOKEN_BEDROCK") is { Length: > 0 } && run.Settings.Profile is null
        && Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is null
            ? throw new CheckSkippedException("a key is made of credentials, and only an API key is set")
            : run.CreateOptions();

    private static async Task CallAsync(CheckRun run, ModelId model, BedrockApiKey key)
    {
        IBedrockClient client = run.Create(options =>
        {
            options.ApiKey = key.Value;
            options.Profile = null;
        });
        ConverseResponse answer = await client.ConverseAsync(model, ConverseRequest.For(Prompts.Sky, MaxTokens), run.Token).ConfigureAwait(false);
        CheckRun.ExpectAnswer(answer.Text, answer);
    }
}
