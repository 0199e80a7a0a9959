using Bedrock.Toolkit.Tests.Conventions;

namespace Bedrock.Toolkit.Ecosystem.Tests.Programs;

/// <summary>The code blocks of pages that are about other packages compile as they stand, what those packages' users had before included.</summary>
public sealed class DocsPastedTests
{
    public static TheoryData<string> Pages => [.. DocsPages.OfOtherPackages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_EveryCodeBlock_CompilesAsPasted(string page) => ConventionFaults.AssertNone(PastedProgram.FaultsOf(page, DocsPages.Text(page)));
}
