using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Conventions;
using Microsoft.Extensions.AI;
using Xunit.Abstractions;
using Wire = Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>Every known chat model through every option, through the chat client and by hand: nothing is silent, and nothing is sent that the service
/// refuses.</summary>
public sealed class ModelRulesWalkTests(ITestOutputHelper output)
{
    private static readonly AITool Weather = AIFunctionFactory.Create((string city) => "sunny in " + city, "weather");
    private static readonly JsonElement Schema =
        JsonElement.Parse("""{"type":"object","properties":{"n":{"type":"integer","minimum":1}},"required":["n"],"additionalProperties":false}""");

    private static readonly string[] Models =
    [
        .. KnownModels.All.Select(known => known.Model.Id.Value).Where(id => ModelRules.For(id).IsKnown).Distinct().Order(StringComparer.Ordinal),
        "us.anthropic.claude-opus-6", "us.amazon.nova-2-pro-v1:0",
    ];

    private static readonly (string Name, Func<ModelRules, bool> Applies, Func<(List<ChatMessage> Messages, ChatOptions? Options)> Make)[] Options =
    [
        ("temperature", _ => true, () => (Hi(), new ChatOptions { Temperature = 0.5f })),
        ("top-p", _ => true, () => (Hi(), new ChatOptions { TopP = 0.5f })),
        ("temperature and top-p", _ => true, () => (Hi(), new ChatOptions { Temperature = 0.5f, TopP = 0.5f })),
        ("top-k", _ => true, () => (Hi(), new ChatOptions { TopK = 5 })),
        ("seed", _ => true, () => (Hi(), new ChatOptions { Seed = 5 })),
        ("penalties", _ => true, () => (Hi(), new ChatOptions { FrequencyPenalty = 0.5f, PresencePenalty = 0.5f })),
        ("tools", _ => true, () => (Hi(), new ChatOptions { Tools = [Weather] })),
        ("any tool", _ => true, () => (Hi(), new ChatOptions { Tools = [Weather], ToolMode = ChatToolMode.RequireAny })),
        ("named tool", _ => true, () => (Hi(), new ChatOptions { Tools = [Weather], ToolMode = ChatToolMode.RequireSpecific("weather") })),
        ("one call at a time", _ => true, () => (Hi(), new ChatOptions { Tools = [Weather], AllowMultipleToolCalls = false })),
        ("effort high", _ => true,
            () => (Hi(), new ChatOptions { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.High }, MaxOutputTokens = 4000 })),
        ("effort high, temperature, any tool", _ => true, () => (Hi(), new ChatOptions
        {
            Reasoning = new ReasoningOptions { Effort = ReasoningEffort.High },
            MaxOutputTokens = 4000,
            Temperature = 0.5f,
            Tools = [Weather],
            ToolMode = ChatToolMode.RequireAny,
        })),
        ("no effort", rules => rules.Thinking != ModelThinking.None && rules.Thinking != ModelThinking.Budget,
            () => (Hi(), new ChatOptions { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.None } })),
        ("form", _ => true, () => (Hi(), new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema) })),
        ("form and tools", _ => true, () => (Hi(), new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema), Tools = [Weather] })),
        ("system", _ => true, () => ([new(ChatRole.System, "Be brief."), .. Hi()], null)),
        ("cache point", _ => true, () => ([new ChatMessage(ChatRole.User, "Hi").UsePromptCaching()], null)),
        ("cache point, an hour", _ => true, () => ([new ChatMessage(ChatRole.User, "Hi").UsePromptCaching(CacheTtl.OneHour)], null)),
        ("cache point, system", _ => true, () => ([new ChatMessage(ChatRole.System, "Be brief.").UsePromptCaching(), .. Hi()], null)),
        ("signed reasoning", _ => true, () => (Replied(new TextReasoningContent("Hm.") { ProtectedData = "c2ln" }), null)),
        ("unsigned reasoning", _ => true, () => (Replied(new TextReasoningContent("Hm.")), null)),
        ("leading turn of the model", _ => true, () => ([new(ChatRole.Assistant, "Hello."), .. Hi()], null)),
        ("calls without tools", _ => true, () => (Called("c1", new FunctionResultContent("c1", "sunny")), null)),
        ("call that failed", _ => true,
            () => (Called("c1", new FunctionResultContent("c1", null) { Exception = new InvalidOperationException() }), new ChatOptions { Tools = [Weather] })),
        ("call without a result", _ => true,
            () => ([new(ChatRole.User, "Hi"), new(ChatRole.Assistant, [new FunctionCallContent("c1", "weather")]), new(ChatRole.User, "Well?")],
            new ChatOptions { Tools = [Weather] })),
        ("foreign id and name", _ => true,
            () => (Called("call|1", new FunctionResultContent("call|1", "sunny"), "a.b"), new ChatOptions { Tools = [Weather] })),
    ];

    [Fact]
    public async Task ChatClient_EveryModelAndOption_IsSentOrChangedWithAWarning()
    {
        List<string> faults = [];
        var counts = Options.ToDictionary(option => option.Name, _ => (Sent: 0, Changed: 0));
        foreach (string model in Models)
        {
            string plain = (await SendAsync(model, Hi(), null)).Body;
            foreach ((string name, Func<ModelRules, bool> applies, var make) in Options.Where(option => option.Applies(ModelRules.For(model))))
            {
                try
                {
                    (List<ChatMessage> messages, ChatOptions? options) = make();
                    (string body, IReadOnlyList<string> warnings) = await SendAsync(model, messages, options);
                    if (body == plain && warnings.Count == 0)
                    {
                        faults.Add($"{model}, {name}: silent");
                    }

                    counts[name] = (counts[name].Sent + (warnings.Count == 0 ? 1 : 0), counts[name].Changed + (warnings.Count == 0 ? 0 : 1));
                }
                catch (Exception e) when (e is BedrockServiceException or ArgumentException)
                {
                    faults.Add($"{model}, {name}: {e.GetType().Name} {e.Message}");
                }
            }
        }

        foreach ((string name, (int sent, int changed)) in counts)
        {
            output.WriteLine($"{name}: sent {sent}, changed {changed}");
        }

        output.WriteLine($"{Models.Length} models x {Options.Length} options: sent {counts.Values.Sum(count => count.Sent)}, changed {counts.Values.Sum(count => count.Changed)}");
        ConventionFaults.AssertNone(faults);
    }

    [Fact]
    public async Task ChatClient_EveryMemberThatIsLeftOutOrChanged_HasOneWarning()
    {
        List<string> faults = [];
        foreach (string model in Models)
        {
            ModelRules rules = ModelRules.For(model);
            foreach ((string name, _, var make) in Options.Where(option => option.Applies(rules)))
            {
                (List<ChatMessage> messages, ChatOptions? options) = make();
                (string body, IReadOnlyList<string> warnings) = await SendAsync(model, messages, options);
                JsonElement sent = JsonElement.Parse(body);
                string[] changed = [.. Asked[name](rules).Where(member => !member.IsSent(sent)).Select(member => member.Name)];
                if (warnings.Count != changed.Length
                    || !changed.All(member => warnings.Count(warning => warning.Contains(member, StringComparison.Ordinal)) == 1))
                {
                    faults.Add($"{model}, {name}: changed [{string.Join(", ", changed)}], warned [{string.Join(" | ", warnings)}], sent {body}");
                }
            }
        }

        ConventionFaults.AssertNone(faults.DistinctBy(fault => fault.Split(": ", 2)[1]));
    }

    // What each option asks for, as its warning names it, and how the body shows that it was sent as asked.
    private static readonly Dictionary<string, Func<ModelRules, (string Name, Func<JsonElement, bool> IsSent)[]>> Asked = new()
    {
        ["temperature"] = _ => [Temperature],
        ["top-p"] = _ => [TopP],
        ["temperature and top-p"] = _ => [Temperature, TopP],
        ["top-k"] = rules => [("ChatOptions.TopK", body => Has(body, rules.TopKField))],
        ["seed"] = rules => [("ChatOptions.Seed", body => Has(body, rules.SeedField))],
        ["penalties"] = rules =>
            [("ChatOptions.FrequencyPenalty", body => Has(body, rules.FrequencyPenaltyField)),
            ("ChatOptions.PresencePenalty", body => Has(body, rules.PresencePenaltyField))],
        ["tools"] = _ => [WeatherTool],
        ["any tool"] = _ => [WeatherTool, Mode("any")],
        ["named tool"] = _ => [WeatherTool, Mode("tool")],
        ["one call at a time"] = rules => [WeatherTool, ("ChatOptions.AllowMultipleToolCalls", body => Has(body, rules.ParallelToolCallsField))],
        ["effort high"] = _ => [Effort],
        ["effort high, temperature, any tool"] = _ => [Effort, Temperature, WeatherTool, Mode("any")],
        ["no effort"] = _ => [("ChatOptions.Reasoning", body => Raw(body).Contains("disabled", StringComparison.Ordinal) || Raw(body)
            .Contains("\"none\"", StringComparison.Ordinal))],
        ["form"] = _ => [Form],
        ["form and tools"] = _ => [Form, WeatherTool],
        ["system"] = _ => [("system prompt", body => body.TryGetProperty("system", out JsonElement prompt))],
        ["cache point"] = _ => [CachePoint],
        ["cache point, an hour"] = _ => [("ache point", body => body.GetRawText().Contains("1h", StringComparison.Ordinal))],
        ["cache point, system"] = rules => rules.TakesSystem ? [CachePoint] : [CachePoint, ("system prompt", _ => false)],
        ["signed reasoning"] = _ => [Reasoning],
        ["unsigned reasoning"] = _ => [Reasoning],
        ["leading turn of the model"] = _ => [("Messages[0]", body => body.GetProperty("messages")[0].GetProperty("role").GetString() == "assistant")],
        ["calls without tools"] = _ => [("calls", _ => false)],
        ["call that failed"] = rules => rules.TakesTools ? [Status] : [WeatherTool, AsText, Status],
        ["call without a result"] = rules => rules.TakesTools ? [("has no result", _ => false)] : [WeatherTool, AsText],
        ["foreign id and name"] = rules =>
            [("ToolUse.Name", _ => false), ("ToolUse.ToolUseId", _ => false), .. rules.TakesTools ? Array.Empty<(string, Func<JsonElement, bool>)>()
            : [WeatherTool, AsText]],
    };

    private static (string Name, Func<JsonElement, bool> IsSent) Temperature => ("ChatOptions.Temperature", body => Inference(body, "temperature"));

    private static (string Name, Func<JsonElement, bool> IsSent) TopP => ("ChatOptions.TopP", body => Inference(body, "topP"));

    private static (string Name, Func<JsonElement, bool> IsSent) WeatherTool =>
        ("ChatOptions.Tools", body => Raw(body, "toolConfig").Contains("\"weather\"", StringComparison.Ordinal));

    private static (string Name, Func<JsonElement, bool> IsSent) Effort =>
        ("ChatOptions.Reasoning", body => Raw(body).Contains("thinking", StringComparison.Ordinal) || Raw(body).Contains("high", StringComparison.Ordinal));

    private static (string Name, Func<JsonElement, bool> IsSent) Form =>
        ("ChatOptions.ResponseFormat", body => (Raw(body, "toolConfig") + Raw(body, "outputConfig")).Contains("minimum", StringComparison.Ordinal)
        && !Raw(body, "outputConfig").Contains("(minimum", StringComparison.Ordinal));

    private static (string Name, Func<JsonElement, bool> IsSent) CachePoint =>
        ("ache point", body => body.GetRawText().Contains("cachePoint", StringComparison.Ordinal));

    private static (string Name, Func<JsonElement, bool> IsSent) Reasoning =>
        ("Reasoning", body => body.GetRawText().Contains("reasoningContent", StringComparison.Ordinal));

    private static (string Name, Func<JsonElement, bool> IsSent) Status =>
        ("Status", body => body.GetRawText().Contains("\"status\":\"error\"", StringComparison.Ordinal));

    private static (string Name, Func<JsonElement, bool> IsSent) AsText => ("as text", _ => false);

    private static (string Name, Func<JsonElement, bool> IsSent) Mode(string choice) =>
        ("ChatOptions.ToolMode", body => body.TryGetProperty("toolConfig", out JsonElement config) && config.TryGetProperty("toolChoice", out JsonElement asked)
            && asked.TryGetProperty(choice, out _));

    private static bool Inference(JsonElement body, string member) =>
        body.TryGetProperty("inferenceConfig", out JsonElement config) && config.TryGetProperty(member, out _);

    private static bool Has(JsonElement body, string? field) =>
        field is not null && Raw(body).Contains($"\"{field.Split('.')[^1]}\"", StringComparison.Ordinal);

    private static string Raw(JsonElement body, string member = "additionalModelRequestFields") =>
        body.TryGetProperty(member, out JsonElement value) ? value.GetRawText() : string.Empty;

    [Fact]
    public async Task ByHand_EveryModelAndOption_IsSentOrRefusedByName()
    {
        List<string> faults = [];
        int sent = 0;
        int refused = 0;
        foreach (string model in Models)
        {
            foreach ((string name, Action<ConverseRequest> set) in ByHand)
            {
                ConverseRequest request = ConverseRequest.For("Hi");
                set(request);
                using FakeBedrock fake = new FakeBedrock().AllowAnyModel();
                try
                {
                    await fake.Client.ConverseAsync(model, request);
                    sent++;
                }
                catch (ArgumentException e) when (e.Message.StartsWith("ConverseRequest.", StringComparison.Ordinal))
                {
                    refused++;
                }
                catch (BedrockServiceException e)
                {
                    faults.Add($"{model}, {name}: {e.Message}");
                }
            }
        }

        output.WriteLine($"{Models.Length} models x {ByHand.Length} options by hand: sent {sent}, refused {refused}");
        ConventionFaults.AssertNone(faults);
    }

    [Fact]
    public void Page_OfTheRules_IsWrittenFromTheTable()
    {
        string path = Path.Combine(SourceFolders.Repository, "docs", "models", "rules.md");
        string page = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        if (Environment.GetEnvironmentVariable("BEDROCK_TOOLKIT_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, page = ModelRulesDocs.Page);
        }

        Assert.True(page == ModelRulesDocs.Page, "docs/models/rules.md differs from the table: run this test with BEDROCK_TOOLKIT_WRITE_DOCS=1.");
    }

    private static readonly (string Name, Action<ConverseRequest> Set)[] ByHand =
    [
        ("temperature", request => request.InferenceConfig = new() { Temperature = 0.5 }),
        ("top-p", request => request.InferenceConfig = new() { TopP = 0.5 }),
        ("temperature and top-p", request => request.InferenceConfig = new() { Temperature = 0.5, TopP = 0.5 }),
        ("top_k", request => request.AdditionalModelRequestFields = JsonElement.Parse("""{"top_k":5}""")),
        ("tools", request => request.ToolConfig = Tools(null)),
        ("any tool", request => request.ToolConfig = Tools(Wire.ToolChoice.Any)),
        ("named tool", request => request.ToolConfig = Tools(Wire.ToolChoice.For("weather"))),
        ("thinking and any tool", request =>
        {
            request.ToolConfig = Tools(Wire.ToolChoice.Any);
            request.AdditionalModelRequestFields = JsonElement.Parse("""{"thinking":{"type":"enabled","budget_tokens":2048}}""");
        }),
        ("format", request => request.OutputConfig = new OutputConfig
        {
            TextFormat = new OutputFormat { Type = OutputFormatType.JsonSchema,
                Structure = new JsonSchemaDefinition { Schema = Schema.GetRawText(), Name = "a" } },
        }),
        ("system", request => request.System = ["Be brief."]),
        ("cache point", request => request.Messages[0].Content.Add(new CachePointBlock())),
        ("cache point, an hour", request => request.Messages[0].Content.Add(CachePointBlock.For(CacheTtl.OneHour))),
        ("unsigned reasoning", request => Reply(request, new ReasoningTextBlock { Text = "Hm." })),
        ("signed reasoning", request => Reply(request, new ReasoningTextBlock { Text = "Hm.", Signature = "c2ln" })),
        ("two turns of the user", request => request.Messages.Add(Wire.Message.User("And?"))),
        ("leading turn of the model", request => request.Messages.Insert(0, Wire.Message.Assistant("Hello."))),
        ("call without tools", request => Reply(request, new ToolUseBlock { ToolUseId = "1", Name = "weather" })),
    ];

    private static ToolConfiguration Tools(Wire.ToolChoice? choice) =>
        new() { Tools = [Wire.Tool.Create("weather", null, JsonElement.Parse("""{"type":"object"}"""))], ToolChoice = choice };

    private static void Reply(ConverseRequest request, ContentBlock block)
    {
        request.Messages.Add(Wire.Message.Assistant(block, "Yes."));
        request.Messages.Add(Wire.Message.User("And?"));
    }

    private static List<ChatMessage> Hi() => [new(ChatRole.User, "Hi")];

    private static List<ChatMessage> Replied(AIContent content) =>
        [new(ChatRole.User, "Hi"), new(ChatRole.Assistant, [content, new Microsoft.Extensions.AI.TextContent("Yes.")]), new(ChatRole.User, "And?")];

    private static List<ChatMessage> Called(string id, FunctionResultContent result, string name = "weather") =>
        [new(ChatRole.User, "Hi"), new(ChatRole.Assistant, [new FunctionCallContent(id, name)]), new(ChatRole.Tool, [result]), new(ChatRole.User, "And?")];

    private static async Task<(string Body, IReadOnlyList<string> Warnings)> SendAsync(string model, List<ChatMessage> messages, ChatOptions? options)
    {
        using FakeBedrock fake = new FakeBedrock().AllowAnyModel();
        ChatResponse response = await fake.Client.AsIChatClient(model).GetResponseAsync(messages, options);
        return (System.Text.Encoding.UTF8.GetString(fake.Calls.Single().Body.Span), response.GetWarnings());
    }
}
