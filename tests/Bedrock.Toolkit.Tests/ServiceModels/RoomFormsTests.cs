using System.Text;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Conventions;
using Bedrock.Toolkit.Tools;

namespace Bedrock.Toolkit.Tests.ServiceModels;

/// <summary>What a room says of its members, files and shapes, and what is written of it.</summary>
public sealed class RoomFormsTests
{
    private const string Model = """
        {
          "metadata": {"endpointPrefix": "zoo"},
          "operations": {
            "Feed": {"http": {"method": "POST", "requestUri": "/feed"}, "input": {"shape": "FeedRequest"}, "output": {"shape": "FeedResponse"}},
            "FeedStream": {
              "http": {"method": "POST", "requestUri": "/feed-stream"}, "input": {"shape": "FeedStreamRequest"}, "output": {"shape": "FeedStream"}}
          },
          "shapes": {
            "FeedRequest": {"type": "structure", "required": ["name", "diet", "notes"], "members": {
              "name": {"shape": "String"}, "diet": {"shape": "Diet"}, "notes": {"shape": "Document"}}},
            "FeedStreamRequest": {"type": "structure", "required": ["name", "diet", "notes"], "members": {
              "name": {"shape": "String"}, "diet": {"shape": "Diet"}, "notes": {"shape": "Document"}, "speed": {"shape": "String"}}},
            "FeedResponse": {"type": "structure", "members": {"food": {"shape": "Food"}}},
            "FeedStream": {"type": "structure", "members": {"stream": {"shape": "FeedOutput"}}, "payload": "stream"},
            "FeedOutput": {"type": "structure", "eventstream": true, "members": {"bite": {"shape": "BiteEvent"}, "broken": {"shape": "BrokenException"}}},
            "BiteEvent": {"type": "structure", "members": {"food": {"shape": "Food"}}, "event": true},
            "BrokenException": {"type": "structure", "members": {}, "exception": true},
            "Food": {"type": "structure", "union": true, "members": {"hay": {"shape": "String"}, "meat": {"shape": "Meat"}}},
            "Meat": {"type": "structure", "members": {"grams": {"shape": "Integer"}}},
            "Diet": {"type": "string", "enum": ["PLANTS", "MEAT"]},
            "Document": {"type": "structure", "members": {}, "document": true},
            "Integer": {"type": "integer"},
            "String": {"type": "string"}
          }
        }
        """;

    [Theory]
    [InlineData("name", "required", "", "public required string Name { get; set; }")]
    [InlineData("name", "always", ", JsonIgnore(Condition = JsonIgnoreCondition.Never)", "public required string Name { get; set; }")]
    [InlineData("name", "nullable", "", "public string? Name { get; set; }")]
    [InlineData("name", "empty", ", AllowNull", "public string Name { get; set => field = value ?? string.Empty; } = string.Empty;")]
    [InlineData("diet", "plain", ", JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)", "public Diet Diet { get; set; } = Diet.Meat;")]
    [InlineData("notes", "empty", "", "public JsonElement Notes { get; set => field = value.ValueKind == ")]
    public void Member_OfAForm_IsWrittenSo(string member, string form, string attributes, string property)
    {
        Room room = Zoo();
        room.Forms = new Dictionary<string, string> { [$"FeedRequest.{member}"] = form };
        room.Defaults = new Dictionary<string, string> { ["FeedRequest.diet"] = "MEAT" };

        Assert.Contains($"[JsonPropertyName(\"{member}\"){attributes}]\n    {property}", Text(room), StringComparison.Ordinal);
    }

    [Fact]
    public void Variant_OfARoomWithConstructors_IsMadeFromItsValueAndRequiresNothing()
    {
        Room room = Zoo();
        room.Constructors = true;

        string text = Text(room);

        Assert.Contains("public FoodMeat() { }", text, StringComparison.Ordinal);
        Assert.Contains("public FoodMeat(Meat meat) => Meat = meat;", text, StringComparison.Ordinal);
        Assert.Contains("public Meat? Meat { get; set; }", text, StringComparison.Ordinal);
        Assert.Contains("public FoodHay(string hay) => Hay = hay;", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_ThatAreTheSame_AreOneClassWithTheMembersOfBoth()
    {
        string text = Text(Zoo());

        Assert.Contains("class FeedRequest", text, StringComparison.Ordinal);
        Assert.Contains("public string? Speed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("FeedStreamRequest", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Event_OfAStream_DerivesFromItsHandWrittenBase()
    {
        string text = Text(Zoo());

        Assert.Contains("public sealed partial class BiteEvent : FeedEvent", text, StringComparison.Ordinal);
        Assert.Contains("[JsonSerializable(typeof(BiteEvent))]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("class FeedEvent", text, StringComparison.Ordinal);
        Assert.DoesNotContain("class BrokenException", text, StringComparison.Ordinal);
        Assert.DoesNotContain("class FeedStream", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_OfARoom_HaveTheirShapes()
    {
        Room room = Zoo();
        room.Files = new Dictionary<string, string[]> { ["Larder"] = ["Food", "Meat"] };

        SortedDictionary<string, string> files = RoomWriter.Write(room, Parsed());

        Assert.Contains("class FoodHay", files["Larder.g.cs"], StringComparison.Ordinal);
        Assert.Contains("class Meat", files["Larder.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Room_WithWhatIsNotThere_SaysSo()
    {
        Room form = Zoo();
        form.Forms = new Dictionary<string, string> { ["FeedRequest.name"] = "sometimes" };
        Room file = Zoo();
        file.Files = new Dictionary<string, string[]> { ["Larder"] = ["Fish"] };
        Room same = Zoo();
        same.Same = new Dictionary<string, string> { ["FishRequest"] = "FeedRequest" };

        Assert.Contains("FeedRequest.name", Assert.Throws<InvalidDataException>(() => Text(form)).Message, StringComparison.Ordinal);
        Assert.Contains("Fish", Assert.Throws<InvalidDataException>(() => Text(file)).Message, StringComparison.Ordinal);
        Assert.Contains("FishRequest", Assert.Throws<InvalidDataException>(() => Text(same)).Message, StringComparison.Ordinal);
    }

    [SharedFact]
    public void Calls_OfEveryRoom_AlsoTakeTheTokenBehindTheRequest()
    {
        List<Room> rooms = [.. Room.ReadAll(SourceFolders.Repository).Where(room => room.Methods is not null)];

        Assert.NotEmpty(rooms);
        Assert.All(rooms, room =>
        {
            string text = RoomFiles.Of(room, SharedFolder.PathTo("api"))[$"{room.Folder}/Generated/{room.Methods}.g.cs"];
            int calls = text.Split("CancellationToken cancellationToken = default)").Length;
            int withToken = text.Split("[OverloadResolutionPriority(-1)]").Length;
            Assert.Equal(calls, withToken);
            string head = room.Client ? "public sealed partial class" : "[EditorBrowsable(EditorBrowsableState.Never)]\npublic static partial class";
            Assert.Contains(head, text, StringComparison.Ordinal);
        });
    }

    private static Room Zoo() => new()
    {
        Model = "zoo",
        Folder = "src/Zoo",
        Namespace = "Bedrock.Toolkit.Zoo",
        Prefix = "Zoo",
        About = "the animals",
        Pages = "https://example.com/API_",
        Same = new Dictionary<string, string> { ["FeedStreamRequest"] = "FeedRequest" },
        Names = new Dictionary<string, string> { ["FeedOutput"] = "FeedEvent" },
    };

    private static ApiModel Parsed() => ApiModel.Parse(Encoding.UTF8.GetBytes(Model), "{}"u8.ToArray());

    private static string Text(Room room) => string.Concat(RoomWriter.Write(room, Parsed()).Values);
}
