var PowerIntegration = PowerIntegration || {};
PowerIntegration.Visit = { onLoad: function () {}, onAmount: function () {}, open: function () {} };
