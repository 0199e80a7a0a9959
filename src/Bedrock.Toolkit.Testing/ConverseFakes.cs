using System.ComponentModel;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing;

/// <summary>Sets up and reads back Converse and ConverseStream on <see cref="FakeBedrock"/> and <see cref="BedrockServer"/>. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConverseFakes
{
    /// <summary>Sets up what a model answers to Converse and ConverseStream: a <c>Reply</c> serves both, unless streams are set up as well.</summary>
    /// <param name="fake">The fake.</param>
    /// <param name="model">The id: what is set up for a model counts for its inference profiles as well, unless they have answers of their own.</param>
    /// <returns>What queues the answers; a second time for the same id, it goes on with the same queue.</returns>
    public static FakeStreamingModel<ConverseRequest, ConverseResponse, ConverseStreamEvent> WhenConverse(this FakeBedrock fake, ModelId model)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return When(fake.Engine, model);
    }

    /// <summary>Sets up what a model answers to Converse and ConverseStream: a <c>Reply</c> serves both, unless streams are set up as well.</summary>
    /// <param name="server">The server.</param>
    /// <param name="model">The id: what is set up for a model counts for its inference profiles as well, unless they have answers of their own.</param>
    /// <returns>What queues the answers; a second time for the same id, it goes on with the same queue.</returns>
    public static FakeStreamingModel<ConverseRequest, ConverseResponse, ConverseStreamEvent> WhenConverse(this BedrockServer server, ModelId model)
    {
        ArgumentNullException.ThrowIfNull(server);
        return When(server.Engine, model);
    }

    /// <summary>Queues an answer that calls a tool.</summary>
    /// <param name="model">What <see cref="WhenConverse(FakeBedrock, ModelId)"/> gave.</param>
    /// <param name="tool">The tool's name.</param>
    /// <param name="input">Its arguments: a JSON object such as <c>{"city":"Oslo"}</c>.</param>
    /// <param name="toolUseId">The id of the call; when null <c>tooluse_1</c> for the first answer that is set up for the model, and so on.</param>
    /// <returns>The same, to queue what comes next.</returns>
    /// <exception cref="System.Text.Json.JsonException">The arguments are not JSON.</exception>
    public static FakeStreamingModel<ConverseRequest, ConverseResponse, ConverseStreamEvent> ReplyToolCall(
        this FakeStreamingModel<ConverseRequest, ConverseResponse, ConverseStreamEvent> model, string tool, string input, string? toolUseId = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrEmpty(tool);
        ArgumentException.ThrowIfNullOrEmpty(input);
        toolUseId ??= $"tooluse_{model.Script.Count + 1}";
        var call = new ToolUseBlock { ToolUseId = toolUseId, Name = tool, Input = System.Text.Json.JsonElement.Parse(input) };
        return model.Reply(new ConverseResponse { Output = Message.Assistant(new ToolUseContent(call)), StopReason = StopReason.ToolUse });
    }

    /// <summary>The requests of Converse and ConverseStream that a model received, in order, read back from their bodies.</summary>
    /// <param name="fake">The fake.</param>
    /// <param name="model">The id: calls through its inference profiles count as well.</param>
    /// <returns>New objects; a call that was retried is there once an attempt.</returns>
    public static IReadOnlyList<ConverseRequest> ConverseRequests(this FakeBedrock fake, ModelId model)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return Requests(fake.Engine, model);
    }

    /// <summary>The requests of Converse and ConverseStream that a model received, in order, read back from their bodies.</summary>
    /// <param name="server">The server.</param>
    /// <param name="model">The id: calls through its inference profiles count as well.</param>
    /// <returns>New objects; a call that was retried is there once an attempt.</returns>
    public static IReadOnlyList<ConverseRequest> ConverseRequests(this BedrockServer server, ModelId model)
    {
        ArgumentNullException.ThrowIfNull(server);
        return Requests(server.Engine, model);
    }

    /// <summary>The events that ConverseStream would send for an answer: texts in pieces of a few words, tool inputs in pieces of a few characters.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>The events, end mark and metadata included, for <c>WhenConverse(model).Stream(events)</c>.</returns>
    public static IReadOnlyList<ConverseStreamEvent> ToStreamEvents(this ConverseResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return ConverseEvents.Of(response);
    }

    private static FakeStreamingModel<ConverseRequest, ConverseResponse, ConverseStreamEvent> When(SimulatedBedrock engine, ModelId model) => new(
        BedrockJson.TypeInfo<ConverseRequest>(),
        BedrockJson.TypeInfo<ConverseResponse>(),
        ConverseEvents.Frame,
        engine.ScriptOf(SimulatedConverse.Group, model.Value,
            new ScriptWords($"The model '{model.Value}'", "WhenConverse(model)", "ConverseAsync", "ConverseStreamAsync")),
        static body => ConverseEvents.Of(System.Text.Json.JsonSerializer.Deserialize(body.Span, BedrockJson.TypeInfo<ConverseResponse>())!),
        static text => new ConverseResponse { Output = Message.Assistant(text), StopReason = StopReason.EndTurn });

    private static IReadOnlyList<ConverseRequest> Requests(SimulatedBedrock engine, ModelId model) => engine.Log.Requests(
        call => OperationRoute.IsCallOf(call.ModelId, model) && call.Operation is ("Converse" or "ConverseStream"),
        BedrockJson.TypeInfo<ConverseRequest>());
}
