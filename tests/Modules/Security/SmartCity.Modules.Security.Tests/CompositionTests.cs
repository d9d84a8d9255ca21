using AutoMapper;
using Microsoft.Extensions.Logging.Abstractions;
using SmartCity.Modules.Security.Application;

namespace SmartCity.Modules.Security.Tests;

public sealed class CompositionTests
{
    [Fact]
    public void Profile_WhenChecked_ThenEveryMemberOfEveryListIsFilled() =>
        new MapperConfiguration(
            mapping => mapping.AddProfile<SecurityProfile>(),
            NullLoggerFactory.Instance
        ).AssertConfigurationIsValid();
}
