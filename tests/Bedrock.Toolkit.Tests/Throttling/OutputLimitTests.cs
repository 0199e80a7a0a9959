using Bedrock.Toolkit.Throttling;

namespace Bedrock.Toolkit.Tests.Throttling;

public class OutputLimitTests
{
    [Fact]
    public void Limits_OfEveryKind_SayWhatIsKnown()
    {
        Assert.Equal((false, false, null), Parts(default));
        Assert.Equal((true, false, 0), Parts(OutputLimit.None));
        Assert.Equal((true, false, 7), Parts(OutputLimit.Of(7)));
        Assert.Equal((true, false, 0), Parts(OutputLimit.Of(-7)));
        Assert.Equal((true, true, 9), Parts(OutputLimit.Unset(9)));
        Assert.Equal((true, false, 0), Parts(OutputLimit.Of<string>(null, "", 9)));
        Assert.Equal((true, false, 3), Parts(OutputLimit.Of<string>(_ => 3, "", 9)));
        Assert.Equal((true, true, 9), Parts(OutputLimit.Of<string>(_ => null, "", 9)));
    }

    private static (bool IsKnown, bool IsUnset, int? Tokens) Parts(OutputLimit limit) => (limit.IsKnown, limit.IsUnset, limit.Tokens);
}
