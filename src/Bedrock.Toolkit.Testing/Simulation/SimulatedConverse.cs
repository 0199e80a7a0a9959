using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Converse and ConverseStream: one simulated model for all ids, that answers with text, reasoning, tool calls and JSON of a schema.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
/// </summary>
internal sealed class SimulatedConverse : ISimulatedOperation
{
    /// <summary>The group of both operations.</summary>
    public const string Group = "Converse";

    private const int DefaultMaxTokens = 4096;

    public IReadOnlyList<OperationTemplate> Templates { get; } =
    [
        new("Converse", "POST", "/model/{modelId}/converse") { ChecksModel = true },
        new("ConverseStream", "POST", "/model/{modelId}/converse-stream") { ChecksModel = true, IsStreaming = true, Group = Group },
    ];

    public Answer Answer(OperationCall call)
    {
        using JsonDocument body = SimulatedOperations.ReadBody(call.Request.Body);
        ConverseTurn turn = Read(body, call);
        ConverseResponse response = Respond(turn, SimulatedPromptCache.Take(call, body.RootElement, turn));
        ConverseGuardrail.Apply(turn, response);
        return call.Route.IsStreaming
            ? Engine.Answer.EventStream(EventFrames.OfFrames([.. ConverseEvents.Of(response).Select(ConverseEvents.Frame)]))
            : Engine.Answer.Raw(200, "application/json", Encoding.UTF8.GetBytes(BedrockJson.Serialize(response)));
    }

    public void Check(OperationCall call)
    {
        using JsonDocument body = SimulatedOperations.ReadBody(call.Request.Body);
        Read(body, call);
    }

    public byte[] Frame(ReadOnlyMemory<byte> json, int index) => EventFrames.Event("contentBlockDelta", json.Span, index);

    private static ConverseTurn Read(JsonDocument body, OperationCall call)
    {
        ImageRefusals.Check(body.RootElement);
        return ConverseTurn.Read(body.RootElement, call.Route.ModelId!);
    }

    private static ConverseResponse Respond(ConverseTurn turn, SimulatedCacheUse cache)
    {
        ConverseRequest request = turn.Request;
        List<ContentBlock> content = [];
        if (turn.Thinks)
        {
            string thought = $"The user wants an answer to: {turn.Text}";
            content.Add(new ReasoningTextBlock { Text = thought, Signature = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(thought))) });
        }

        int maxTokens = request.InferenceConfig?.MaxTokens ?? DefaultMaxTokens;
        if (turn.ToolResult is null && ChooseTool(request.ToolConfig, turn.Text) is { } tool)
        {
            string input = SimulatedToolInput.Create((tool.InputSchema as JsonToolInputSchema)?.Json ?? default, turn.Text);
            content.Add(new ToolUseBlock { ToolUseId = "tooluse_" + ShortDigest(input + turn.Text), Name = tool.Name, Input = JsonElement.Parse(input) });
            return Finish(turn, cache, content, StopReason.ToolUse, Math.Min(maxTokens, SimulatedText.Tokens(input) + SimulatedText.Tokens(tool.Name)));
        }

        (string text, string? stop, bool isCut, int tokens) = SimulatedText.Finish(Words(turn), [.. request.InferenceConfig?.StopSequences ?? []], maxTokens);
        if (text.Length > 0)
        {
            content.Add(text);
        }

        return Finish(turn, cache, content, isCut ? StopReason.MaxTokens : stop is null ? StopReason.EndTurn : StopReason.StopSequence, tokens);
    }

    private static string Words(ConverseTurn turn)
    {
        if (turn.Request.OutputConfig?.TextFormat?.Structure is JsonSchemaOutputStructure { JsonSchema.Schema: { } schema })
        {
            try
            {
                return SimulatedToolInput.Create(JsonElement.Parse(schema), turn.Text);
            }
            catch (JsonException)
            {
                throw ServiceFailure.Validation("The value at outputConfig.textFormat.structure.jsonSchema.schema is not a valid JSON schema.");
            }
        }

        return turn.ToolResult is { } result ? SimulatedText.AnswerToTool(result) : SimulatedText.Answer(turn.Text, turn.System, turn.Attachments);
    }

    private static ConverseResponse Finish(
        ConverseTurn turn, SimulatedCacheUse cache, List<ContentBlock> content, StopReason reason, int outputTokens) => new()
    {
        Output = new Message { Role = ConversationRole.Assistant, Content = content },
        StopReason = reason,
        Usage = new TokenUsage
        {
            InputTokens = cache.Uncached,
            OutputTokens = outputTokens,
            TotalTokens = cache.Uncached + outputTokens + cache.Read + cache.Written,
            CacheReadInputTokens = cache.Read,
            CacheWriteInputTokens = cache.Written,
        },
        Metrics = new ConverseMetrics { LatencyMs = Engine.Answer.Latency(outputTokens) },
        PerformanceConfig = turn.Request.PerformanceConfig,
        ServiceTier = turn.Request.ServiceTier,
    };

    private static ToolSpecification? ChooseTool(ToolConfiguration? config, string text)
    {
        List<ToolSpecification> tools = [.. (config?.Tools ?? []).OfType<SpecifiedTool>().Select(tool => tool.ToolSpec).OfType<ToolSpecification>()];
        switch (config?.ToolChoice)
        {
            case ToolChoiceTool { Tool.Name: var name }:
                return tools.Find(tool => tool.Name == name)
                    ?? throw ServiceFailure.Validation($"The tool '{name}' of toolConfig.toolChoice is not one of toolConfig.tools.");
            case ToolChoiceAny:
                return tools.Find(tool => SimulatedToolInput.IsNamed(text, tool.Name)) ?? tools.FirstOrDefault();
            default:
                return tools.Find(tool => SimulatedToolInput.IsNamed(text, tool.Name));
        }
    }

    private static string ShortDigest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 11));
}
