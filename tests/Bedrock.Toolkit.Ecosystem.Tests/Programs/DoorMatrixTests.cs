using System.Text;
using Anthropic;
using Anthropic.Models.Messages;
using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Extensions.OpenAI;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Responses;

namespace Bedrock.Toolkit.Ecosystem.Tests.Programs;

/// <summary>OpenAI's and Anthropic's own clients at every door: two hosts, two ways to say who calls, three shapes, whole and streamed.</summary>
public sealed class DoorMatrixTests : IAsyncLifetime
{
    private const string Question = "Is pier 3 free?";
    private const string Answer = "You wrote \"Is pier 3 free?\".";

    private BedrockServer _server = null!;

    public static TheoryData<BedrockHost, bool, BedrockShape, bool> Doors
    {
        get
        {
            var doors = new TheoryData<BedrockHost, bool, BedrockShape, bool>();
            foreach (BedrockHost host in Enum.GetValues<BedrockHost>())
            {
                foreach (BedrockShape shape in (ReadOnlySpan<BedrockShape>)[BedrockShape.Responses, BedrockShape.ChatCompletions, BedrockShape.Messages])
                {
                    foreach ((bool isKey, bool isStreamed) in (ReadOnlySpan<(bool, bool)>)[(false, false), (false, true), (true, false), (true, true)])
                    {
                        doors.Add(host, isKey, shape, isStreamed);
                    }
                }
            }

            return doors;
        }
    }

    public async Task InitializeAsync() => _server = await BedrockServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task VendorsClient_AtTheDoor_GetsItsAnswer(BedrockHost host, bool isKey, BedrockShape shape, bool isStreamed)
    {
        BedrockDoor door = BedrockDoor.For(shape == BedrockShape.Messages ? "us.anthropic.claude-opus-5-5" : "openai.gpt-5.6-sol", shape).On(host);
        Assert.True(door.IsKnown);

        string answer = shape switch
        {
            BedrockShape.Responses => await RespondAsync(door, isKey, isStreamed),
            BedrockShape.ChatCompletions => await ChatAsync(door, isKey, isStreamed),
            _ => await MessageAsync(door, isKey, isStreamed),
        };

        Assert.Contains(Answer, answer, StringComparison.Ordinal);
        RecordedCall call = Assert.Single(_server.Calls);
        Assert.Equal((door.Path, door.Id), (call.Path, call.ModelId));
        Assert.Equal(isKey ? RecordedIdentity.ApiKey : RecordedIdentity.Credentials, call.Identity);
    }

    [Theory]
    [InlineData("openai.gpt-5.4")]
    [InlineData("us.openai.gpt-6-sol")]
    [InlineData("deepseek.v3.1")]
    public async Task AddBedrockChatClient_ModelOfAnotherDoor_PicksIt(string model)
    {
        var services = new ServiceCollection();
        services.AddBedrock(options =>
        {
            options.Region = _server.Region;
            options.Credentials = _server.Credentials;
            options.ServiceUrl = BedrockDoor.For(model).Host == BedrockHost.Mantle ? _server.MantleUrl : _server.Url;
        });
        services.AddBedrockOpenAI();
        services.AddBedrockChatClient(model);
        await using ServiceProvider provider = services.BuildServiceProvider();

        ChatResponse answer = await provider.GetRequiredService<IChatClient>().GetResponseAsync(Question);

        Assert.Contains(Answer, answer.Text, StringComparison.Ordinal);
        Assert.Equal(BedrockDoor.For(model).Path, Assert.Single(_server.Calls).Path);
    }

    [Fact]
    public async Task AddBedrockOpenAIChatClient_ModelWithConverse_TakesOpenAIsShape()
    {
        var services = new ServiceCollection();
        services.AddBedrock(options =>
        {
            options.Region = _server.Region;
            options.Credentials = _server.Credentials;
            options.ServiceUrl = _server.Url;
        });
        services.AddBedrockOpenAIChatClient("qwen.qwen3-32b-v1:0");
        await using ServiceProvider provider = services.BuildServiceProvider();
        var text = new StringBuilder();

        await foreach (ChatResponseUpdate update in provider.GetRequiredService<IChatClient>().GetStreamingResponseAsync(Question))
        {
            text.Append(update.Text);
        }

        Assert.Contains(Answer, text.ToString(), StringComparison.Ordinal);
        Assert.Equal("/openai/v1/chat/completions", Assert.Single(_server.Calls).Path);
    }

    [Fact]
    public async Task AddBedrockChatClient_WithoutThePackagesRegistration_SaysWhatToCall()
    {
        var services = new ServiceCollection();
        services.AddBedrock(options => options.Region = "us-east-1");
        services.AddBedrockChatClient("openai.gpt-5.4");
        await using ServiceProvider provider = services.BuildServiceProvider();

        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IChatClient>());

        Assert.Contains("AddBedrockOpenAI", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAIsClient_WrongDoor_GetsOurExceptionWithAdvice()
    {
        OpenAIClient client = BedrockOpenAI.CreateClient(Options(BedrockHost.Runtime, isKey: false), BedrockDoor.For("openai.gpt-5.6-sol"));

        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(
            () => client.GetResponsesClient().CreateResponseAsync("openai.gpt-oss-20b-1:0", Question));

        Assert.Contains("BedrockDoor.For", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAIsClient_OverTheSigningHandlerAlone_IsSigned()
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = new Uri(_server.MantleUrl, "openai/v1"),
            Transport = new System.ClientModel.Primitives.HttpClientPipelineTransport(
                new HttpClient(new BedrockSigningHandler(Options(BedrockHost.Mantle, isKey: false), new SocketsHttpHandler()))),
        };
        var client = new OpenAIClient(new System.ClientModel.ApiKeyCredential("of nobody"), options);

        ChatCompletion answer = await client.GetChatClient("openai.gpt-5.4").CompleteChatAsync(Question);

        Assert.Contains(Answer, answer.Content[0].Text, StringComparison.Ordinal);
    }

    private async Task<string> RespondAsync(BedrockDoor door, bool isKey, bool isStreamed)
    {
        ResponsesClient client = BedrockOpenAI.CreateClient(Options(door.Host, isKey), door).GetResponsesClient();
        if (!isStreamed)
        {
            ResponseResult whole = await client.CreateResponseAsync(door.Model.Value, Question);
            Assert.True(whole.Usage.OutputTokenCount > 0);
            return whole.GetOutputText();
        }

        var text = new StringBuilder();
        await foreach (StreamingResponseUpdate update in await client.CreateResponseStreamingAsync(door.Model.Value, Question))
        {
            text.Append((update as StreamingResponseOutputTextDeltaUpdate)?.Delta);
        }

        return text.ToString();
    }

    private async Task<string> ChatAsync(BedrockDoor door, bool isKey, bool isStreamed)
    {
        ChatClient client = BedrockOpenAI.CreateClient(Options(door.Host, isKey), door).GetChatClient(door.Model.Value);
        if (!isStreamed)
        {
            ChatCompletion whole = await client.CompleteChatAsync(Question);
            Assert.True(whole.Usage.OutputTokenCount > 0);
            return whole.Content[0].Text;
        }

        var text = new StringBuilder();
        await foreach (StreamingChatCompletionUpdate update in client.CompleteChatStreamingAsync(Question))
        {
            text.AppendJoin(string.Empty, update.ContentUpdate.Select(part => part.Text));
        }

        return text.ToString();
    }

    private async Task<string> MessageAsync(BedrockDoor door, bool isKey, bool isStreamed)
    {
        using var http = new HttpClient(new BedrockDoorHandler(Options(door.Host, isKey)) { Host = door.Host });
        using var client = new AnthropicClient { HttpClient = http, BaseUrl = "https://bedrock/anthropic", ApiKey = "of nobody", MaxRetries = 0 };
        var ask = new MessageCreateParams
        {
            Model = door.Model.Value,
            MaxTokens = 256,
            Messages = [new UserMessageParam(Question)],
        };
        if (!isStreamed)
        {
            Message whole = await client.Messages.Create(ask);
            Assert.True(whole.Usage.OutputTokens > 0);
            return string.Concat(whole.Content.Select(block => block.TryPickText(out TextBlock? text) ? text.Text : string.Empty));
        }

        var all = new StringBuilder();
        await foreach (RawMessageStreamEvent streamEvent in client.Messages.CreateStreaming(ask))
        {
            if (streamEvent.TryPickContentBlockDelta(out RawContentBlockDeltaEvent? delta) && delta.Delta.TryPickText(out TextDelta? text))
            {
                all.Append(text.Text);
            }
        }

        return all.ToString();
    }

    private BedrockClientOptions Options(BedrockHost host, bool isKey) => new()
    {
        Region = _server.Region,
        ServiceUrl = host == BedrockHost.Mantle ? _server.MantleUrl : _server.Url,
        Credentials = isKey ? null : _server.Credentials,
        ApiKey = isKey ? _server.ApiKey : null,
        AllowApiKeyOverHttpLoopback = true,
        MaxAttempts = 1,
    };
}
