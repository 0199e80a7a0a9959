namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>The code blocks of a page compile as they stand, pasted in order into a new project with the packages.</summary>
public sealed class DocsPastedTests
{
    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Path.Combine(SourceFolders.Repository, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(SourceFolders.Repository, "README.md"))
            .Where(page => File.ReadAllText(page).Contains("```csharp\n", StringComparison.Ordinal))
            .Select(SourceFolders.Relative)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_EveryCodeBlock_CompilesAsPasted(string page) =>
        ConventionFaults.AssertNone(FaultsOf(page, File.ReadAllText(Path.Combine(SourceFolders.Repository, page)).ReplaceLineEndings("\n")));

    [Fact]
    public void Faults_OfABlockThatIsNotComplete_AreFound()
    {
        const string setup = "```csharp\nusing Bedrock.Toolkit;\nusing var bedrock = new BedrockClient();\n```\n";
        const string block = "```csharp\nawait bedrock.SendRawAsync(BedrockRawRequest.InvokeModel(\"a.b\", new byte[1]));\n```\n";
        const string sdk = "```csharp\n// AWS SDK\nvar client = new AmazonBedrockRuntimeClient();\n```\n";

        Assert.Empty(FaultsOf("page", setup + block + sdk + block));
        Assert.Contains("CS0103",
            Assert.Single(FaultsOf("page", block.Replace("BedrockRawRequest.InvokeModel(\"a.b\", new byte[1])", "null!", StringComparison.Ordinal))),
            StringComparison.Ordinal);
        Assert.NotEmpty(FaultsOf("page", setup + "```csharp\nusing System.Text.Json;\n\nbedrock.ToString();\n```\n"));
        Assert.NotEmpty(FaultsOf("page", "```csharp\nint a = ;\n```\n"));
    }

    private static IEnumerable<string> FaultsOf(string name, string page) =>
        from program in PastedProgram.Of(page)
        from error in program.Errors()
        select $"{name}, from line {program.Line}: {error}";
}
