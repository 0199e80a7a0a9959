using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.ControlPlane.Customization;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>Files of training data: their form, and what is refused before a job fails by it.</summary>
public class TrainingFileTests
{
    private const string Nova = "amazon.nova-lite-v1:0";
    private const string Haiku = "anthropic.claude-3-haiku-20240307-v1:0";
    private const string Unknown = "amazon.unheard-of-v1:0";

    private static readonly ImageS3Source Reef = new(new S3Location { Uri = "s3://harbour-media/reef.png", BucketOwner = "210987654321" });
    private static readonly VideoS3Source Cleat = new(new S3Location { Uri = "s3://harbour-media/cleat.mp4", BucketOwner = "210987654321" });

    public static TheoryData<string, int> Samples => new()
    {
        { "training.prompt-completion.jsonl", 0 }, { "training.image-caption.jsonl", 1 }, { "training.continued-pretraining.jsonl", 2 },
            { "training.converse-text.jsonl", 3 },
        { "training.claude-haiku.jsonl", 4 }, { "training.distillation-prompt.jsonl", 5 }, { "training.rft.jsonl", 6 }, { "training.converse-image.jsonl", 7 },
        { "training.converse-video.jsonl", 8 },
    };

    private static readonly TrainingRecord[] Records =
    [
        TrainingRecord.PromptCompletion("Best knot for a loop?", "Bowline."),
        TrainingRecord.ImageCaption("s3://harbour-in/img/001.png", "a grey seal on a buoy"),
        TrainingRecord.Pretraining("The north quay was rebuilt in stone."),
        TrainingRecord.Conversation([Message.User("Best knot for a loop?"), Message.Assistant("Bowline.")], "You teach knots."),
        TrainingRecord.ClaudeConversation([Message.User("Loop?"), Message.Assistant("Bowline."), Message.User("Cleat?"), Message.Assistant("Cleat hitch.")],
            "You teach knots."),
        TrainingRecord.Distillation([Message.User("Loop?")], "You teach knots."),
        TrainingRecord.Reinforcement([Message.User("3 + 4?")],
            new JsonObject { ["reference_answer"] = new JsonObject { ["final_answer"] = "7" }, ["task_id"] = "t-1" }, "You do sums."),
        TrainingRecord.Conversation([Image("Which knot is this?", Reef), Message.Assistant("A reef knot.")], "You teach knots."),
        TrainingRecord.Conversation([Video("Which knot is tied?", Cleat), Message.Assistant("A cleat hitch.")], "You teach knots."),
    ];

    [SharedTheory]
    [MemberData(nameof(Samples))]
    public async Task WriteAsync_Record_IsTheSample(string file, int index)
    {
        using var written = new MemoryStream();

        Assert.Equal(1, await TrainingFile.WriteAsync(written, [Records[index]], Unknown));

        string sample = File.ReadAllText(SharedFolder.PathTo("wire", "samples-other", file));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(sample.Split('\n')[0]), JsonElement.Parse(written.ToArray())),
            Encoding.UTF8.GetString(written.ToArray()));
        Assert.Equal((byte)'\n', written.ToArray()[^1]);
    }

    private static readonly (string Fault, string Model, TrainingRecord Record)[] Faults =
    [
        ("the model takes Conversation, not PromptCompletion", Nova, TrainingRecord.PromptCompletion("a", "b")),
        ("the first turn must be the user's", Nova, TrainingRecord.Conversation([Message.Assistant("a")])),
        ("the last turn must be the assistant's: it is what the model learns", Nova, TrainingRecord.Conversation([Message.User("a")])),
        ("the turns of user and assistant must alternate", Nova, TrainingRecord.Conversation([Message.User("a"), Message.User("b"), Message.Assistant("c")])),
        ("'messages' must not be empty", Nova, TrainingRecord.Conversation([])),
        ("no turn and no text may be blank", Nova, TrainingRecord.Conversation([Message.User(" "), Message.Assistant("c")])),
        ("the word 'Bot:' is reserved", Nova, TrainingRecord.Conversation([Message.User("a"), Message.Assistant("Bot: c")])),
        ("images and videos do not go together", Nova,
            TrainingRecord.Conversation([Image("a", Reef), Message.Assistant("b"), Video("c", Cleat), Message.Assistant("d")])),
        ("a record takes at most 1 video; it has 2", Nova,
            TrainingRecord.Conversation([Video("a", Cleat), Message.Assistant("b"), Video("c", Cleat), Message.Assistant("d")])),
        ("images and videos must lie in S3, in the bucket of the file", Nova,
            TrainingRecord.Conversation([Image("a", new ImageBytesSource(new byte[] { 1 })), Message.Assistant("b")])),
        ("ClaudeConversation takes texts alone", Haiku, TrainingRecord.ClaudeConversation([Image("a", Reef), Message.Assistant("b")])),
        ("'prompt' must not be blank", Unknown, TrainingRecord.PromptCompletion("", "b")),
        ("'image-ref' must be an address of S3", Unknown, TrainingRecord.ImageCaption("https://a/b.png", "b")),
        ("'caption' takes 3 to 1024 characters; it has 1", "amazon.titan-image-generator-v1", TrainingRecord.ImageCaption("s3://a/b.png", "b")),
    ];

    public static TheoryData<int> FaultNumbers => [.. Enumerable.Range(0, Faults.Length)];

    [Theory]
    [MemberData(nameof(FaultNumbers))]
    public async Task WriteAsync_RecordThatBreaksARule_NamesItByNumberAndNothingOfIt(int number)
    {
        (string fault, string model, TrainingRecord record) = Faults[number];
        using var file = new MemoryStream();

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => TrainingFile.WriteAsync(file, [record], model));

        Assert.StartsWith($"Record 1: {fault}.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, "The model takes at least 8 records; there are 7.")]
    [InlineData(8, null)]
    [InlineData(20_000, null)]
    [InlineData(20_001, "The model takes at most 20000 records.")]
    public async Task WriteAsync_Count_IsThatOfTheModel(int count, string? fault)
    {
        IEnumerable<TrainingRecord> records = Enumerable.Repeat(TrainingRecord.Conversation([Message.User("a"), Message.Assistant("b")]), count);

        Exception? e = await Record.ExceptionAsync(() => TrainingFile.WriteAsync(Stream.Null, records, Nova));

        Assert.Equal(fault, e?.Message.Split(" (")[0]);
    }

    [Fact]
    public async Task WriteAsync_TwoForms_DoNotGoTogether()
    {
        ArgumentException e =
            await Assert.ThrowsAsync<ArgumentException>(() => TrainingFile.WriteAsync(Stream.Null, [Records[0], Records[2]], Unknown));

        Assert.StartsWith("Record 2: one file takes one form of records, PromptCompletion.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Nova, "epochCount", "6", "HyperParameters['epochCount'] must be a number of 1 to 5.")]
    [InlineData(Nova, "epochCount", "many", "HyperParameters['epochCount'] must be a number of 1 to 5.")]
    [InlineData(Nova, "batchSize", "8", "HyperParameters['batchSize'] is none of this model: epochCount, learningRate, learningRateWarmupSteps.")]
    [InlineData(Nova, "learningRate", "1e-5", null)]
    [InlineData("amazon.titan-image-generator-v1", "stepCount", "Auto", null)]
    [InlineData("amazon.titan-image-generator-v1", "stepCount", "9", "HyperParameters['stepCount'] must be a number of 10 to 40000, or 'auto'.")]
    [InlineData("amazon.titan-image-generator-v1", "batchSize", "8", "HyperParameters['stepCount'] must be given: this model has no default.")]
    [InlineData("cohere.command-light-text-v14", "batchSize", "32", null)]
    [InlineData("cohere.command-text-v14", "batchSize", "32", "HyperParameters['batchSize'] must be a number of 8 to 8.")]
    [InlineData(Unknown, "anything", "x", null)]
    public void CheckHyperParameters_Value_IsHeldToTheModelsRange(string model, string name, string value, string? fault)
    {
        Exception? e = Record.Exception(() => TrainingRules.For(model).CheckHyperParameters(new Dictionary<string, string> { [name] = value }));

        Assert.Equal(fault, e?.Message.Split(" (")[0]);
    }

    [Fact]
    public void Reinforcement_FieldNamedMessages_IsRefused() =>
        Assert.Throws<ArgumentException>(() => TrainingRecord.Reinforcement([Message.User("a")], new JsonObject { ["messages"] = 1 }));

    private static Message Image(string text, ImageSource source) =>
        new() { Role = ConversationRole.User, Content = [new TextBlock(text), new ImageContent(new ImageBlock { Format = ImageFormat.Png, Source = source })] };

    private static Message Video(string text, VideoSource source) =>
        new() { Role = ConversationRole.User, Content = [new TextBlock(text), new VideoContent(new VideoBlock { Format = VideoFormat.Mp4, Source = source })] };
}
