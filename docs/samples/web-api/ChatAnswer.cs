using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading.Channels;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Costs;

namespace WebApi;

/// <summary>
/// One answer on its way to the page: the model's text, its tool calls and what they gave, tokens and cost, in the order in which they happen.
/// Disposing it closes the model's stream.
/// </summary>
public sealed class ChatAnswer : IAsyncDisposable
{
    // The model and its tools write here, the page reads: a page that is slow to read slows down the reading of the model.
    private readonly Channel<SseItem<string>> _items = Channel.CreateBounded<SseItem<string>>(16);
    private readonly CancellationTokenSource _stop;
    private readonly ModelId _model;
    private readonly PriceTable _prices;
    private readonly Task _run;

    public ChatAnswer(IBedrockClient bedrock, ModelId model, ConverseRequest request, RunnableTool tool, PriceTable prices, CancellationToken cancellationToken)
    {
        _model = model;
        _prices = prices;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _run = RunAsync(bedrock.ConverseStreamWithToolsAsync(model, request, [Shown(tool)], cancellationToken: _stop.Token));
    }

    /// <summary>Ends when the answer begins; until then an error can be a status of our own.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken) => await _items.Reader.WaitToReadAsync(cancellationToken);

    public IAsyncEnumerable<SseItem<string>> ReadAsync(CancellationToken cancellationToken) => _items.Reader.ReadAllAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run;
        _stop.Dispose();
    }

    private async Task RunAsync(ToolLoopStream stream)
    {
        bool hasBegun = false;
        try
        {
            await foreach (ConverseStreamEvent part in stream.WithCancellation(_stop.Token))
            {
                hasBegun = true;
                await SendAsync(part);
            }

            if (stream.Result.Response.StopReason == StopReason.MaxTokens)
            {
                await SendAsync("note", "The answer reached its limit of tokens.");
            }

            await SendAsync("done", "");
            _items.Writer.Complete();
        }
        catch (BedrockException e) when (hasBegun)
        {
            // The status is sent already: only an event can tell it.
            await EndBrokenAsync(ChatErrors.Middle(e));
        }
        catch (Exception e) when (!hasBegun || e is not BedrockException)
        {
            _items.Writer.Complete(e);   // OpenAsync or the reader throws it
        }
    }

    private async Task EndBrokenAsync(string text)
    {
        try
        {
            await SendAsync("broken", text);
            _items.Writer.Complete();
        }
        catch (OperationCanceledException e)
        {
            _items.Writer.Complete(e);
        }
    }

    private ValueTask SendAsync(ConverseStreamEvent part) => part switch
    {
        { Text: { Length: > 0 } text } => SendAsync("text", text),
        MessageStartEvent => SendAsync("start", ""),
        ContentBlockStartEvent { Start: ToolUseStart { ToolUse: { } call } } => SendAsync(new ToolStep(call.ToolUseId, call.Name)),
        ConverseStreamMetadataEvent { Usage: { } usage } metadata => SendAsync("usage", JsonSerializer.Serialize(
            new CallUsage(
                (usage.InputTokens ?? 0) + (usage.CacheReadInputTokens ?? 0) + (usage.CacheWriteInputTokens ?? 0),
                usage.OutputTokens ?? 0,
                _prices.CostOf(_model, usage, metadata.ServiceTier?.Type)?.Total,
                _prices.Currency),
            ChatJsonContext.Default.CallUsage)),
        _ => ValueTask.CompletedTask,
    };

    private ValueTask SendAsync(ToolStep step) => SendAsync("tool", JsonSerializer.Serialize(step, ChatJsonContext.Default.ToolStep));

    private ValueTask SendAsync(string name, string data) => _items.Writer.WriteAsync(new SseItem<string>(data, name), _stop.Token);

    // The same tool, which also shows the page what it is asked and what it gives.
    private RunnableTool Shown(RunnableTool tool) => new(tool.Specification, async (call, cancellationToken) =>
    {
        var step = new ToolStep(call.ToolUseId, call.Name, call.Input);
        await SendAsync(step);
        try
        {
            ToolResultBlock result = await tool.RunAsync(call, cancellationToken);
            await SendAsync(step with { Result = result.Content.OfType<ToolResultJson>().FirstOrDefault()?.Json, Failed = false });
            return result;
        }
        catch (JsonException)
        {
            await SendAsync(step with { Failed = true });
            throw;   // the loop tells the model, which can call again
        }
    });
}
