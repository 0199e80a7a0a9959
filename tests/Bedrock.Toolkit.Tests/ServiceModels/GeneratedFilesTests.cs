using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Conventions;
using Bedrock.Toolkit.Tools;

namespace Bedrock.Toolkit.Tests.ServiceModels;

/// <summary>The generated files are what the generator writes today from the models and the rooms.</summary>
public sealed class GeneratedFilesTests
{
    [SharedFact]
    public void Files_OfEveryRoom_AreWhatTheGeneratorWrites()
    {
        IReadOnlyList<Room> rooms = Room.ReadAll(SourceFolders.Repository);
        Assert.NotEmpty(rooms);
        ConventionFaults.AssertNone(rooms.SelectMany(FaultsOf));
    }

    [Fact]
    public void Files_NamedAsGenerated_AreInARoom()
    {
        HashSet<string> folders = [.. Room.ReadAll(SourceFolders.Repository).Select(room => room.Folder + "/Generated")];
        List<string> generated = [.. SourceFolders.Files("src").Select(SourceFolders.Relative).Where(file => file.EndsWith(".g.cs", StringComparison.Ordinal))];

        Assert.NotEmpty(generated);
        ConventionFaults.AssertNone(
            from file in generated
            where !folders.Contains(file[..file.LastIndexOf('/')])
            select $"{file} is in no room of tools/ServiceModel/Rooms: nothing keeps it up to date");
    }

    [SharedFact]
    public void Room_WithWordsForAMemberThatIsGone_SaysSo()
    {
        Room room = Room.ReadAll(SourceFolders.Repository).Single(candidate => candidate.Name == "CountTokens");
        room.Words = new Dictionary<string, string> { ["CountTokensGone"] = "Words for nothing." };

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => RoomFiles.Of(room, SharedFolder.PathTo("api")));

        Assert.Contains("CountTokensGone", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PROMPT_ATTACK", "PromptAttack")]
    [InlineData("grounding_source", "GroundingSource")]
    [InlineData("InProgress", "InProgress")]
    [InlineData("s3OutputDataConfig", "S3OutputDataConfig")]
    [InlineData("3x", "Value3x")]
    [InlineData("US-EAST.1", "UsEast1")]
    public void Pascal_OfANameInTheModel_IsOneInCSharp(string name, string expected) => Assert.Equal(expected, RoomTypes.Pascal(name));

    [Theory]
    [InlineData("modelArn", "model ARN")]
    [InlineData("kmsKeyId", "KMS key id")]
    [InlineData("guardrailIdentifier", "guardrail identifier")]
    public void Phrase_OfAName_IsWords(string name, string expected) => Assert.Equal(expected, RoomDocs.Phrase(name));

    private static IEnumerable<string> FaultsOf(Room room)
    {
        SortedDictionary<string, string> files = RoomFiles.Of(room, SharedFolder.PathTo("api"));
        foreach ((string file, string text) in files)
        {
            string path = Path.Combine(SourceFolders.Repository, file);
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                yield return $"{file} is not what the generator writes: run dotnet run --project tools/ServiceModel -- write";
            }
        }

        IEnumerable<string> present = SourceFolders.Files([.. room.Folder.Split('/'), "Generated"]).Select(SourceFolders.Relative);
        foreach (string file in present.Where(file => !files.ContainsKey(file)))
        {
            yield return $"{file} is written by nothing any more";
        }
    }
}
