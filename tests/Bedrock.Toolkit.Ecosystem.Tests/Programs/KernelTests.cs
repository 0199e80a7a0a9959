using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Bedrock.Toolkit.Ecosystem.Tests.Programs;

/// <summary>Semantic Kernel over Bedrock, by its chat completion service.</summary>
public sealed class KernelTests : IDisposable
{
    private const string Model = "us.amazon.nova-lite-v1:0";

    private readonly FakeBedrock _fake = new();

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task Prompt_OfAKernel_IsAnswered()
    {
        _fake.WhenConverse(Model).Reply(request => Text("You said " + request.Messages[0].Text));
        Kernel kernel = Kernel();

        FunctionResult result = await kernel.InvokePromptAsync("{{$what}}!", new KernelArguments { ["what"] = "Fog" });

        Assert.Equal("You said Fog!", result.ToString());
    }

    [Fact]
    public async Task History_WithNothingButASystemText_IsAsked()
    {
        _fake.WhenConverse(Model).Reply(request => Text("You said " + request.Messages[0].Text));
        IChatCompletionService service = Kernel().GetRequiredService<IChatCompletionService>();

        ChatMessageContent answer = await service.GetChatMessageContentAsync(new ChatHistory("Judge this: fog"));

        Assert.Equal("You said Judge this: fog", answer.Content);
    }

    [Fact]
    public async Task Stream_OfAService_GivesTheText()
    {
        _fake.WhenConverse(Model).Reply(Text("one two three four five six seven eight"));
        IChatCompletionService service = Kernel().GetRequiredService<IChatCompletionService>();
        var text = new System.Text.StringBuilder();
        int pieces = 0;

        await foreach (StreamingChatMessageContent piece in service.GetStreamingChatMessageContentsAsync(new ChatHistory([new(AuthorRole.User, "Count.")])))
        {
            text.Append(piece.Content);
            pieces++;
        }

        Assert.Equal("one two three four five six seven eight", text.ToString());
        Assert.True(pieces > 2);
    }

    [Fact]
    public async Task Functions_OfAPlugin_AreOfferedAndRun()
    {
        int calls = 0;
        KernelFunction boats = KernelFunctionFactory.CreateFromMethod((int count) => $"{count} boats, call {++calls}", "boats", "Counts boats.");
        using IChatClient chat = _fake.Client.AsIChatClient(Model).AsBuilder().UseFunctionInvocation().Build();

        ChatResponse response = await chat.GetResponseAsync("Count the boats: 7. Use boats.", new ChatOptions { Tools = [boats.WithKernel(Kernel())] });

        Assert.True(calls > 0);
        Assert.Contains("boats", response.Text, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"boats\"", BedrockJson.Serialize(_fake.ConverseRequests(Model)[0]), StringComparison.Ordinal);
    }

    private Kernel Kernel()
    {
        IKernelBuilder builder = Microsoft.SemanticKernel.Kernel.CreateBuilder();
        builder.Services.AddSingleton(_fake.Client.AsIChatClient(Model).AsChatCompletionService());
        return builder.Build();
    }

    private static ConverseResponse Text(string text) => new() { Output = Message.Assistant(text), StopReason = StopReason.EndTurn };
}
