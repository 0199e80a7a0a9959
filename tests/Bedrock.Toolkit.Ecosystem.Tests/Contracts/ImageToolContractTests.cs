using System.Text.Json;
using System.Text.RegularExpressions;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Ecosystem.Tests.Contracts;

/// <summary>A chat that draws: a chat model that calls the image tool, and an image model behind it, as a call and as a stream.</summary>
public sealed partial class ImageToolContractTests : IDisposable
{
    private const string Chat = ChatModels.Nova;

    private static readonly DataContent Photo = new(Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), "image/png") { Name = "photo.png" };

    private readonly FakeBedrock _fake = new FakeBedrock().AllowUnscriptedCalls();
    private readonly DrawingRecorder _drawn;
    private readonly IChatClient _chat;
    private readonly List<ChatMessage> _history = [];

    public ImageToolContractTests()
    {
        _drawn = new DrawingRecorder(_fake.Client.AsIImageGenerator(NovaCanvasModels.V1.Id.Value));
        _chat = _fake.Client.AsIChatClient(Chat).AsBuilder().UseImageGeneration(_drawn).UseFunctionInvocation().Build();
    }

    public void Dispose()
    {
        _chat.Dispose();
        _drawn.Dispose();
        _fake.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Draw_ToolCall_BringsTheImageBack(bool streams)
    {
        Generate("a buoy");

        ChatResponse response = await AskAsync("Draw a buoy.", streams);

        (ImageGenerationRequest request, ImageGenerationResponse answer) = Assert.Single(_drawn.Calls);
        Assert.Equal("a buoy", request.Prompt);
        Assert.True(request.OriginalImages is null || !request.OriginalImages.Any());
        DataContent image = Assert.Single(Images(response));
        Assert.StartsWith("image/", image.MediaType, StringComparison.Ordinal);
        Assert.Equal(((DataContent)answer.Contents[0]).Data.ToArray(), image.Data.ToArray());
        Assert.Equal("Done.", response.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Edit_ImageOfTheQuestion_ReachesTheGeneratorAsItIs(bool streams)
    {
        EditOf(ids => ids[0], "at night");

        await AskAsync("Make it night.", streams, Photo);

        (ImageGenerationRequest request, _) = Assert.Single(_drawn.Calls);
        Assert.Equal("at night", request.Prompt);
        Assert.Equal(Photo.Data.ToArray(), ((DataContent)Assert.Single(request.OriginalImages!)).Data.ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Edit_NextTurn_TakesTheDrawnImage(bool streams)
    {
        Generate("a buoy");
        await AskAsync("Draw a buoy.", streams);
        EditOf(ids => ids[^1], "in red");

        await AskAsync("Make it red.", streams);

        Assert.Equal(2, _drawn.Calls.Count);
        Assert.Equal(Drawn(0), Original(1));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task Edits_OfAConversation_TakeTheImageThatIsNamed(bool streams, bool latest)
    {
        Generate("a buoy");
        await AskAsync("Draw a buoy.", streams);
        EditOf(ids => ids[^1], "in red");
        await AskAsync("Make it red.", streams);
        EditOf(ids => latest ? ids[^1] : ids[0], "in blue");

        await AskAsync(latest ? "Now blue." : "The first one in blue.", streams);

        Assert.Equal(3, _drawn.Calls.Count);
        Assert.Equal(Drawn(latest ? 1 : 0), Original(2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Options_OfTheTool_ReachTheModel(bool streams)
    {
        Generate("two buoys");
        var tool = new HostedImageGenerationTool { Options = new ImageGenerationOptions { Count = 2, ImageSize = new(512, 512) } };

        ChatResponse response = await AskAsync("Draw two.", streams, tool: tool);

        AmazonImageRequest sent = Assert.Single(_fake.Requests(NovaCanvasModels.V1));
        Assert.Equal((2, 512, 512), (sent.ImageGenerationConfig?.NumberOfImages, sent.ImageGenerationConfig?.Width, sent.ImageGenerationConfig?.Height));
        Assert.Equal(2, Images(response).Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Images_OfTheQuestion_ArePlaceholdersForTheModel(bool streams)
    {
        _fake.WhenConverse(Chat).Reply("Done.");

        await AskAsync("What is this?", streams, Photo);

        Message sent = Assert.Single(Assert.Single(_fake.ConverseRequests(Chat)).Messages);
        Assert.Empty(sent.Images);
        Assert.Contains(sent.Content.OfType<TextBlock>(), block => Placeholder().IsMatch(block.Text!));
        Assert.Contains(Photo, _history[0].Contents);
    }

    [GeneratedRegex(@"\[meai_image:([^\]]+)\]")]
    private static partial Regex Placeholder();

    private static IEnumerable<DataContent> Images(ChatResponse response) => response.Messages.SelectMany(message => message.Contents)
        .OfType<ImageGenerationToolResultContent>().SelectMany(result => result.Outputs ?? []).OfType<DataContent>();

    private static string Input(params (string Name, string Value)[] members) =>
        JsonSerializer.Serialize(members.ToDictionary(member => member.Name, member => member.Value));

    private static ConverseResponse Call(string tool, string input) => new()
    {
        Output = Message.Assistant(new ToolUseContent(
            new ToolUseBlock { ToolUseId = "t" + Guid.NewGuid().ToString("N")[..8], Name = tool, Input = JsonElement.Parse(input) })),
        StopReason = StopReason.ToolUse,
    };

    private byte[] Drawn(int call) => ((DataContent)_drawn.Calls[call].Response.Contents[0]).Data.ToArray();

    private byte[] Original(int call) => ((DataContent)Assert.Single(_drawn.Calls[call].Request.OriginalImages!)).Data.ToArray();

    private void Generate(string prompt) => _fake.WhenConverse(Chat).Reply(Call("GenerateImage", Input(("prompt", prompt)))).Reply("Done.");

    // The model knows images by the ids of the placeholders that it was sent.
    private void EditOf(Func<List<string>, string> choose, string prompt) => _fake.WhenConverse(Chat)
        .Reply(request =>
        {
            List<string> ids = [.. request.Messages.SelectMany(message => message.Content).OfType<TextBlock>()
                .SelectMany(block => Placeholder().Matches(block.Text!)).Select(match => match.Groups[1].Value)];
            return Call("EditImage", Input(("prompt", prompt), ("imageId", choose(ids))));
        })
        .Reply("Done.");

    private async Task<ChatResponse> AskAsync(string question, bool streams, DataContent? image = null, HostedImageGenerationTool? tool = null)
    {
        List<AIContent> contents = [new TextContent(question)];
        if (image is not null)
        {
            contents.Add(image);
        }

        _history.Add(new(ChatRole.User, contents));
        var options = new ChatOptions { Tools = [tool ?? new HostedImageGenerationTool()] };
        ChatResponse response = streams
            ? await _chat.GetStreamingResponseAsync(_history, options).ToChatResponseAsync()
            : await _chat.GetResponseAsync(_history, options);
        _history.AddMessages(response);
        return response;
    }

    /// <summary>Remembers what was drawn.</summary>
    private sealed class DrawingRecorder(IImageGenerator inner) : DelegatingImageGenerator(inner)
    {
        public List<(ImageGenerationRequest Request, ImageGenerationResponse Response)> Calls { get; } = [];

        public override async Task<ImageGenerationResponse> GenerateAsync(
            ImageGenerationRequest request, ImageGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            ImageGenerationResponse response = await base.GenerateAsync(request, options, cancellationToken);
            Calls.Add((request, response));
            return response;
        }
    }
}
