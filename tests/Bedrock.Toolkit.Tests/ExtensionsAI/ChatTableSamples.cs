using Microsoft.Extensions.AI;
using Wire = Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>One value of every member of the options and of every kind of content, and histories to put them in.</summary>
internal static class ChatTableSamples
{
    public const string Call = "c9";

    private static readonly byte[] Png = Images.ImageBytes.Png().Bytes.ToArray();

    public static IReadOnlyList<AIFunction> Functions { get; } =
        [AIFunctionFactory.Create(() => 1, "f", "Gives one."), AIFunctionFactory.Create(() => 2, "g", "Gives two.")];

    /// <summary>The members of the options; those of <c>ToolMode</c> come with a tool.</summary>
    public static IReadOnlyList<(string Member, string Value, Action<ChatOptions> Set)> Options { get; } =
    [
        ("ConversationId", "an id", o => o.ConversationId = "thread-1"),
        ("Instructions", "a text", o => o.Instructions = "Be brief."),
        ("Temperature", "0.5", o => o.Temperature = 0.5f),
        ("MaxOutputTokens", "4000", o => o.MaxOutputTokens = 4000),
        ("TopP", "0.9", o => o.TopP = 0.9f),
        ("TopK", "5", o => o.TopK = 5),
        ("FrequencyPenalty", "0.1", o => o.FrequencyPenalty = 0.1f),
        ("PresencePenalty", "0.1", o => o.PresencePenalty = 0.1f),
        ("Seed", "7", o => o.Seed = 7),
        ("Reasoning", "low effort", o => o.Reasoning = new ReasoningOptions { Effort = ReasoningEffort.Low }),
        ("ResponseFormat", "a schema", o => o.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>()),
        ("ResponseFormat", "JSON", o => o.ResponseFormat = ChatResponseFormat.Json),
        ("ResponseFormat", "text", o => o.ResponseFormat = ChatResponseFormat.Text),
        ("ModelId", "another", o => o.ModelId = "us.amazon.nova-pro-v1:0"),
        ("StopSequences", "END", o => o.StopSequences = ["END"]),
        ("AllowMultipleToolCalls", "false", o => (o.Tools, o.AllowMultipleToolCalls) = ([Functions[0]], false)),
        ("ToolMode", "auto", o => (o.Tools, o.ToolMode) = ([Functions[0]], ChatToolMode.Auto)),
        ("ToolMode", "none", o => (o.Tools, o.ToolMode) = ([Functions[0]], ChatToolMode.None)),
        ("ToolMode", "any", o => (o.Tools, o.ToolMode) = ([Functions[0]], ChatToolMode.RequireAny)),
        ("ToolMode", "one by name", o => (o.Tools, o.ToolMode) = ([Functions[0]], ChatToolMode.RequireSpecific("f"))),
        ("Tools", "a function", o => o.Tools = [Functions[0], Functions[1]]),
        ("Tools", "`HostedWebSearchTool`", o => o.Tools = [new HostedWebSearchTool()]),
        ("AllowBackgroundResponses", "true", o => o.AllowBackgroundResponses = true),
        ("ContinuationToken", "a token", o => o.ContinuationToken = ResponseContinuationToken.FromBytes(new byte[] { 1 })),
        ("RawRepresentationFactory", "a `ConverseRequest`",
            o => o.RawRepresentationFactory = _ => new Wire.ConverseRequest { RequestMetadata = new Dictionary<string, string> { ["team"] = "quay" } }),
        ("RawRepresentationFactory", "another type", o => o.RawRepresentationFactory = _ => "no request"),
        ("AdditionalProperties", "a field", o => o.AdditionalProperties = new() { ["own_field"] = 1 }),
    ];

    /// <summary>The kinds of content.</summary>
    public static IReadOnlyList<(string Kind, Func<AIContent> Make)> Contents { get; } =
    [
        ("`TextContent`", () => new TextContent("More.")),
        ("`TextContent`, blank", () => new TextContent(" ")),
        ("`TextReasoningContent`", () => new TextReasoningContent("Because.") { ProtectedData = "c2ln" }),
        ("`DataContent`, image", () => new DataContent(Png, "image/png")),
        ("`DataContent`, document", () => new DataContent("%PDF-1.4"u8.ToArray(), "application/pdf") { Name = "report.pdf" }),
        ("`DataContent`, other type", () => new DataContent("x"u8.ToArray(), "application/zip")),
        ("`UriContent`, s3:", () => new UriContent("s3://bucket/a.png", "image/png")),
        ("`UriContent`, data:", () => new UriContent(new DataContent(Png, "image/png").Uri, "image/png")),
        ("`UriContent`, https:", () => new UriContent("https://example.com/a.png", "image/png")),
        ("`FunctionCallContent`", () => new FunctionCallContent(Call, "f", new Dictionary<string, object?>())),
        ("`FunctionResultContent`", () => new FunctionResultContent(Call, "done")),
        ("`UsageContent`", () => new UsageContent(new UsageDetails { InputTokenCount = 1 })),
        ("`ErrorContent`", () => new ErrorContent("failed")),
        ("`HostedFileContent`", () => new HostedFileContent("file-1")),
        ("`HostedVectorStoreContent`", () => new HostedVectorStoreContent("store-1")),
        ("`ToolApprovalRequestContent`", () => new ToolApprovalRequestContent("r", new FunctionCallContent("c", "f"))),
        ("`ToolApprovalResponseContent`", () => new ToolApprovalResponseContent("r", true, new FunctionCallContent("c", "f"))),
        ("`InputRequestContent` of an application", () => new OwnRequest()),
        ("`InputResponseContent` of an application", () => new OwnResponse()),
        ("`ToolCallContent`", () => new ToolCallContent("c")),
        ("`ToolResultContent`", () => new ToolResultContent("c")),
        ("`CodeInterpreterToolCallContent`", () => new CodeInterpreterToolCallContent("c")),
        ("`CodeInterpreterToolResultContent`", () => new CodeInterpreterToolResultContent("c")),
        ("`ImageGenerationToolCallContent`", () => new ImageGenerationToolCallContent("c")),
        ("`ImageGenerationToolResultContent`", () => new ImageGenerationToolResultContent("c")),
        ("`McpServerToolCallContent`", () => new McpServerToolCallContent("c", "search", "docs")),
        ("`McpServerToolResultContent`", () => new McpServerToolResultContent("c")),
        ("`WebSearchToolCallContent`", () => new WebSearchToolCallContent("c")),
        ("`WebSearchToolResultContent`", () => new WebSearchToolResultContent("c")),
        ("`AIContent` with a block of Converse", () => new AIContent { RawRepresentation = (Wire.ContentBlock)new Wire.TextBlock("A block.") }),
        ("`AIContent` of another provider", () => new AIContent { RawRepresentation = "theirs" }),
        ("a subclass of an application", () => new OwnContent()),
    ];

    /// <summary>A history with a content in one of its messages, and the same without it.</summary>
    public static List<ChatMessage> History(string role, AIContent? content)
    {
        bool isCall = content is FunctionCallContent;
        bool isResult = content is FunctionResultContent;
        List<ChatMessage> history = [new(ChatRole.User, "Begin.")];
        switch (role)
        {
            case "user":
                Add(history, isResult ? [OwnCall()] : [new TextContent("Yes?")], ChatRole.Assistant);
                Add(history, isResult ? [content!, new TextContent("Go on.")] : [new TextContent("Go on."), .. One(content)], ChatRole.User);
                break;
            case "assistant":
                Add(history, [.. One(content, isResult), new TextContent("Well."), .. isCall ? [content!] : isResult ? [OwnCall(), content!] : (AIContent[])[]],
                    ChatRole.Assistant);
                if (isCall) Add(history, [new FunctionResultContent(Call, "done")], ChatRole.Tool);
                history.Add(new(ChatRole.User, "Go on."));
                break;
            default:
                Add(history, isResult ? [Other(), OwnCall()] : [Other()], ChatRole.Assistant);
                Add(history, [new FunctionResultContent("c1", "one"), .. One(content)], ChatRole.Tool);
                break;
        }

        return history;

        static void Add(List<ChatMessage> history, IList<AIContent> contents, ChatRole role) => history.Add(new(role, contents));

        IEnumerable<AIContent> One(AIContent? content, bool isElsewhere = false) =>
            content is null || isElsewhere || (role == "assistant" && isCall) ? [] : [content];
    }

    private static FunctionCallContent OwnCall() => new(Call, "f", new Dictionary<string, object?>());

    private static FunctionCallContent Other() => new("c1", "f", new Dictionary<string, object?>());

    private sealed record Answer(string Text);

    private sealed class OwnContent : AIContent;

    private sealed class OwnRequest() : InputRequestContent("r");

    private sealed class OwnResponse() : InputResponseContent("r");
}
