namespace Bedrock.Toolkit.Tests.Samples;

/// <summary>A test in a real browser: skipped where Chromium is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Browser.Path is null) Skip = "Chromium is not installed (package chromium, or CHROMIUM_PATH).";
    }
}
