using System.Text.Json;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.Converse;

public sealed class ConversationBuilderTests
{
    [Fact]
    public void ToolResults_AddedOneByOne_AreOneMessage()
    {
        ConverseRequest request = new ConversationBuilder()
            .Tool("weather", null, ConverseTestData.Schema)
            .User("Paris and Rome?")
            .Assistant(Message.Assistant(Use("t1"), Use("t2")))
            .ToolResults(ToolResultBlock.For(Use("t1"), "18 °C"))
            .ToolResults(ToolResultBlock.Failed(Use("t2"), "no such city"))
            .User("And quickly.")
            .Build();

        Assert.Equal(3, request.Messages.Count);
        Assert.Equal(3, request.Messages[2].Content.Count);
        Assert.Equal("t2", ((ToolResultBlockContent)request.Messages[2].Content[1]).ToolResult!.ToolUseId);
        Assert.Equal(ToolResultStatus.Error, ((ToolResultBlockContent)request.Messages[2].Content[1]).ToolResult!.Status);
    }

    [Fact]
    public void User_Documents_GetValidAndDifferentNames()
    {
        var document = new DocumentBlock { Name = "a__b.pdf", Source = new DocumentTextSource("x") };

        ConverseRequest request = new ConversationBuilder()
            .User("Compare:", document, document, new ToolResultBlock { ToolUseId = "t", Content = [document, document] })
            .Assistant("Done.")
            .User("And this:", document)
            .Tool("t", null, ConverseTestData.Schema)
            .Build();

        Assert.Equal("a__b.pdf", document.Name);
        Assert.Equal(
            ["a b pdf", "a b pdf (2)", "a b pdf (3)", "a b pdf (4)", "a b pdf (5)"],
            request.Messages.SelectMany(m => m.Content).SelectMany(c => c switch
            {
                DocumentContent d => [d.Document!.Name],
                ToolResultBlockContent r => r.ToolResult!.Content.OfType<ToolResultDocument>().Select(x => x.Document!.Name),
                _ => Array.Empty<string>(),
            }));
    }

    [Fact]
    public void AnyText_Blank_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new ConversationBuilder().User(" "));
        Assert.Throws<ArgumentException>(() => new ConversationBuilder().User());
        Assert.Throws<ArgumentException>(() => new ConversationBuilder().System("\n"));
        Assert.Throws<ArgumentException>(() => new ConversationBuilder().Assistant(" "));
    }

    [Fact]
    public void Assistant_BlankTextBesideATool_IsLeftOut()
    {
        var reply = new ConverseResponse { Output = Message.Assistant("\n", new ReasoningTextBlock { Text = "hm", Signature = "s" }, Use("t1")) };

        ConverseRequest request = new ConversationBuilder().Tool("weather", null, ConverseTestData.Schema).User("hi").Assistant(reply).Build();

        Assert.Equal(2, request.Messages[1].Content.Count);
        Assert.Equal("s", ((ReasoningTextContent)((ReasoningContent)request.Messages[1].Content[0]).Reasoning!).ReasoningText!.Signature);
        Assert.Equal(3, reply.Message.Content.Count);
        Assert.Throws<ArgumentException>(() => new ConversationBuilder().User("hi").Assistant(Message.Assistant(" ")));
    }

    [Fact]
    public void Build_CacheTtlIncreases_IsRefused()
    {
        ConversationBuilder builder = new ConversationBuilder().Tool("weather", null, ConverseTestData.Schema).CacheTools(CacheTtl.FiveMinutes).System("a")
            .CacheSystem(CacheTtl.OneHour).User("hi");

        ArgumentException e = Assert.Throws<ArgumentException>(() => builder.Build());

        Assert.Contains("System[1].CachePoint.Ttl", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_CacheTtlFalls_IsFine()
    {
        ConverseRequest request = new ConversationBuilder()
            .Tool("weather", null, ConverseTestData.Schema).CacheTools(CacheTtl.OneHour)
            .System("a").CacheSystem(CacheTtl.OneHour)
            .User("hi").CacheMessages()
            .Build();

        Assert.IsType<CachePointContent>(request.Messages[0].Content[1]);
    }

    [Fact]
    public void Build_Twice_GivesIndependentRequests()
    {
        ConversationBuilder builder = new ConversationBuilder().User("hi");
        ConverseRequest first = builder.Build();
        first.Messages[0].Content.Add("changed");

        Assert.Single(builder.Assistant("hello").User("more").Build().Messages[0].Content);
        Assert.Equal(3, builder.Messages.Count);
    }

    [Fact]
    public void Constructor_SavedConversation_GoesOn()
    {
        ConverseRequest saved = BedrockJson.Deserialize<ConverseRequest>(BedrockJson.Serialize(new ConversationBuilder()
            .System("Be brief.").User("hi", DocumentBlock.FromText("Notes", "x")).Assistant("hello").MaxTokens(50).Temperature(0.5).StopSequences("END")
                .Build()));

        ConverseRequest request = new ConversationBuilder(saved).User("more", DocumentBlock.FromText("Notes", "y")).Build();

        Assert.Equal(3, request.Messages.Count);
        Assert.Equal("Notes (2)", ((DocumentContent)request.Messages[2].Content[1]).Document!.Name);
        Assert.Equal(50, request.InferenceConfig!.MaxTokens);
        Assert.Equal(2, saved.Messages.Count);
    }

    [Fact]
    public void ToolChoice_BeforeTheTools_IsRefused() => Assert.Throws<InvalidOperationException>(() => new ConversationBuilder().ToolChoice(ToolChoice.Any));

    [Theory]
    [InlineData("Q3_report.final.pdf", "Q3 report final pdf")]
    [InlineData("  a \t b  ", "a b")]
    [InlineData("Größe", "Gr e")]
    [InlineData("...", "Document")]
    [InlineData(null, "Document")]
    [InlineData("a-(b)[c]", "a-(b)[c]")]
    public void Sanitise_AnyText_GivesAValidName(string? text, string expected)
    {
        Assert.Equal(expected, DocumentNames.Sanitise(text));
        Assert.True(DocumentNames.IsValid(DocumentNames.Sanitise(text)));
    }

    [Fact]
    public void Sanitise_LongText_IsCut()
    {
        string name = DocumentNames.Sanitise(new string('a', 500));

        Assert.Equal(200, name.Length);
        Assert.Equal(200, DocumentNames.Unique(name, [name]).Length);
        Assert.True(DocumentNames.IsValid(DocumentNames.Unique(name, [name])));
    }

    private static ToolUseBlock Use(string id) => new() { ToolUseId = id, Name = "weather", Input = JsonElement.Parse("{}") };
}
