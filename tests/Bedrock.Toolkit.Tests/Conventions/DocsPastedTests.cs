namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>The code blocks of a page compile as they stand, pasted in order into a new project with the packages.</summary>
public sealed class DocsPastedTests
{
    // Every way to open a block. A block of C# under another name would be passed over.
    private static readonly HashSet<string> Languages =
    [
        "```csharp", "```bash", "```json", "```jsonl", "```diff", "```ini", "```xml", "```yaml", "```http", "```markdown", "```html", "```javascript", "```python",
        "```text",
    ];

    public static TheoryData<string> Pages => [.. DocsPages.All.Where(DocsPages.HasCode).Except(DocsPages.OfOtherPackages)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_EveryCodeBlock_CompilesAsPasted(string page) => ConventionFaults.AssertNone(PastedProgram.FaultsOf(page, DocsPages.Text(page)));

    [Fact]
    public void Pages_EveryBlock_NamesALanguageThatIsKnown()
    {
        Assert.Equal("page, line 3: ```cs", Assert.Single(FencesOf("page", "```bash\n```\n```cs\n  ```\n")));
        ConventionFaults.AssertNone(DocsPages.All.SelectMany(page => FencesOf(page, DocsPages.Text(page))));
    }

    [Fact]
    public void Pages_WithBlocksThatNothingCompiles_AreThoseOfAwsClients() =>
        Assert.Equal(["docs/migrating-from-aws-sdk.md", "docs/migrating-from-bedrock-meai.md"],
            DocsPages.All.Where(page => PastedProgram.HasForeignBlocks(DocsPages.Text(page))));

    [Fact]
    public void OfOtherPackages_EveryPage_HasCode() => Assert.All(DocsPages.OfOtherPackages, page => Assert.True(DocsPages.HasCode(page)));

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

    private static IEnumerable<string> FencesOf(string name, string page)
    {
        bool isOpen = false;
        foreach ((int index, string line) in page.Split('\n').Index())
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isOpen = !isOpen;
                if (isOpen && !Languages.Contains(line))
                {
                    yield return $"{name}, line {index + 1}: {line}";
                }
            }
        }
    }

    private static IEnumerable<string> FaultsOf(string name, string page) => PastedProgram.FaultsOf(name, page);
}
